package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code koobridge orders replay}: an order is looked at from the beginning. */
@Command(
        name = "replay",
        description = {
            "Has an order looked up and compared from the beginning, as if it had just been notified: one that is done, one that was refused, and"
                    + " one that was never notified, for KooGallery gives up after three hours.",
            "koobridge findings shows whether it is still unknown; koobridge stuck, whether it was refused."
        })
public final class ReplayOrderCommand extends ServiceCommand {

    @Parameters(paramLabel = "<orderId>", description = "As KooGallery shows it.")
    private String orderId = "";

    @Option(
            names = "--line",
            paramLabel = "<orderLineId>",
            description = "One line. Default: every line that was told of, or the order as a whole when none was.")
    private @Nullable String line;

    @Mixin
    private Why why = new Why();

    public ReplayOrderCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected int run(InternalApi api) {
        var wish = new TreeMap<String, String>();
        wish.put("orderId", orderId);
        wish.put("why", why.text());
        if (line != null) {
            wish.put("orderLineId", line);
        }
        var answer = api.post("/internal/orders:replay", wish);
        var table = new Table("ledger", "id", "line");
        answer.path("orders")
                .forEach(order -> table.row(text(order, "ledger"), text(order, "id"), text(order, "orderLineId")));
        print(answer, table + "Started; look again with koobridge stuck --state unsettled.\n");
        return ExitCode.DONE;
    }
}

package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Variables;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code koobridge license free-place}: a person has seen that the marketplace does not have it. */
@Command(
        name = "free-place",
        description = {
            "Frees the place of a licence that was refused for good and kept its place, because KooGallery may have taken an earlier upload.",
            "Look in the Seller Console first: if it has the licence after all, the customer gets one more than was paid for."
        })
public final class FreePlaceCommand extends ServiceCommand {

    private static final String LEDGER = "applications";

    @Parameters(paramLabel = "<licenseId>", description = "As koobridge stuck --state stopped shows it.")
    private String licenseId = "";

    @Mixin
    private Why why = new Why();

    public FreePlaceCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLedger(LEDGER);
    }

    @Override
    protected int run(InternalApi api) {
        var answer = api.post(
                "/internal/%s/%s:free-place".formatted(LEDGER, InternalApi.encoded(licenseId)),
                Map.of("why", why.text()));
        print(answer, "Started; look again with koobridge stuck --state unsettled.\n");
        return ExitCode.DONE;
    }
}

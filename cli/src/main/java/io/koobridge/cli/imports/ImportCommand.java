package io.koobridge.cli.imports;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.ServiceException;
import io.koobridge.cli.installation.Variables;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code koobridge instances import}: customers whom the seller had before. */
@Command(
        name = "import",
        description = {
            "Brings instances along that were sold before this installation was there (docs/import.md).",
            "Nothing is provisioned. The same file can be imported again. What the marketplace said since is never overruled."
        })
public final class ImportCommand extends ServiceCommand {

    /** A file whose columns slipped has nothing else; the report has every one. */
    private static final int REFUSALS_SHOWN = 1_000;

    @Parameters(
            paramLabel = "<file>",
            description = "CSV whose first line names the columns, or .jsonl with a JSON object in each line; UTF-8.")
    private String file = "";

    @Option(names = "--dry-run", description = "Write nothing, and say what would happen.")
    private boolean dryRun;

    @Option(
            names = "--zone",
            paramLabel = "<zone>",
            description = "What times without an offset mean, for example UTC or Asia/Shanghai.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--report",
            paramLabel = "<file>",
            description = "Write a CSV with what became of each line: line, instanceId, result, why.")
    private @Nullable String report;

    public ImportCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected int run(InternalApi api) {
        var refused = new ArrayList<Tally.Outcome>();
        try (var lines = Lines.of(file);
                var written = Report.to(report)) {
            var tally = new Tally(outcome -> {
                written.accept(outcome);
                if (outcome.refused() && refused.size() < REFUSALS_SHOWN) {
                    refused.add(outcome);
                }
            });
            var shipment = new Shipment(api, dryRun, tally);
            try {
                ship(lines, shipment);
            } catch (ServiceException e) {
                show(
                        tally,
                        refused,
                        "From line %d on nobody knows: import the file again.%n".formatted(shipment.firstUnknown()));
                throw e;
            } catch (IllegalArgumentException e) {
                show(tally, refused, "");
                throw e;
            }
            show(tally, refused, "");
            return tally.exitCode();
        }
    }

    private void ship(Lines lines, Shipment shipment) {
        var expiry = new Expiry(zone);
        try {
            while (lines.hasNext()) {
                shipment.add(expiry.in(lines.next()));
            }
        } catch (IllegalArgumentException broken) {
            // What came before the fault is as good as without it.
            shipment.send();
            throw broken;
        }
        shipment.send();
    }

    private void show(Tally tally, List<Tally.Outcome> refused, String end) {
        var json = tally.json(dryRun);
        var list = json.putArray("refusals");
        var text = new StringBuilder();
        for (var each : refused) {
            list.addObject()
                    .put("line", each.line())
                    .put("instanceId", each.instanceId())
                    .put("why", each.why());
            text.append(each).append('\n');
        }
        if (refused.size() == REFUSALS_SHOWN) {
            text.append("Only the first %d refusals are shown; --report has all.%n".formatted(REFUSALS_SHOWN));
        }
        print(json, text + tally.sentence(dryRun) + end);
    }
}

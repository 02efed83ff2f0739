package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ListCommand;
import io.koobridge.cli.installation.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code koobridge stuck}: work that does not end by itself. */
@Command(
        name = "stuck",
        description = {
            "Lists work that does not end by itself: stuck (tried hourly), expired (stuck for a day), stopped (refused for good, tried"
                    + " again by koobridge retry alone).",
            "--state unsettled lists whatever is not done yet."
        })
public final class StuckCommand extends ListCommand {

    @Option(
            names = "--state",
            paramLabel = "<state>",
            description =
                    "unsettled, stuck, expired or stopped. Default: stuck, which has the expired ones too, and stopped.")
    private @Nullable String state;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            description = "At most so many of a state, up to 500. Default: ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int limit;

    public StuckCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected Part list(InternalApi api) {
        var work = new ArrayList<JsonNode>();
        boolean cut = false;
        for (var each : state == null ? List.of("stuck", "stopped") : List.of(state)) {
            var found = api.get(
                            "/internal/work", new TreeMap<>(Map.of("state", each, "limit", Integer.toString(limit))))
                    .path("work");
            found.forEach(work::add);
            cut |= found.size() >= limit;
        }
        return new Part(work, cut);
    }

    @Override
    protected String member() {
        return "work";
    }

    @Override
    protected List<String> titles() {
        return List.of("ledger", "id", "state", "phase", "generation", "attempt", "since", "due at", "last error");
    }

    @Override
    protected List<String> cells(JsonNode item) {
        return List.of(
                text(item, "ledger"),
                text(item, "id"),
                text(item, "state"),
                text(item, "phase"),
                text(item, "generation"),
                text(item, "attempt"),
                text(item, "since"),
                text(item, "dueAt"),
                text(item, "lastError"));
    }

    @Override
    protected String nothing() {
        return "Nothing.\n";
    }

    @Override
    protected String cutSaid(int rows) {
        return cutAt(limit);
    }
}

package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ListCommand;
import io.koobridge.cli.installation.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code koobridge findings}: what a person should look at. */
@Command(
        name = "findings",
        description = "Lists what a person should look at, those seen last first; close ends one by hand.")
public final class FindingsCommand extends ListCommand {

    @Option(names = "--state", paramLabel = "<state>", description = "open, closed or all. Default: open.")
    private String state = "open";

    @Option(names = "--kind", paramLabel = "<kind>", description = "One kind alone, for example STUCK.")
    private @Nullable String kind;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            description = "At most so many, up to 500. Default: ${DEFAULT-VALUE}.",
            defaultValue = "100")
    private int limit;

    public FindingsCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected Part list(InternalApi api) {
        var query = new LinkedHashMap<String, String>();
        query.put("state", state);
        query.put("limit", Integer.toString(limit));
        if (kind != null) {
            query.put("kind", kind);
        }
        var findings = api.get("/internal/findings", query)
                .path("findings")
                .valueStream()
                .toList();
        return new Part(findings, findings.size() >= limit);
    }

    @Override
    protected String member() {
        return "findings";
    }

    @Override
    protected List<String> titles() {
        return List.of("kind", "subject", "opened at", "last seen at", "seen", "state", "what");
    }

    @Override
    protected List<String> cells(JsonNode row) {
        return List.of(
                text(row, "kind"),
                text(row, "subject"),
                text(row, "openedAt"),
                text(row, "lastSeenAt"),
                text(row, "seen"),
                row.path("open").asBoolean(false) ? "open" : "closed",
                text(row, "detail"));
    }

    @Override
    protected String nothing() {
        return "No findings.\n";
    }

    @Override
    protected String cutSaid(int rows) {
        return cutAt(limit);
    }
}

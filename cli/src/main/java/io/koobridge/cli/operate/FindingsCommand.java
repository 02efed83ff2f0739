package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code koobridge findings}: what a person should look at. */
@Command(
        name = "findings",
        description = "Lists what a person should look at, those seen last first; close ends one by hand.")
public final class FindingsCommand extends ServiceCommand {

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
    protected int run(InternalApi api) {
        var query = new LinkedHashMap<String, String>();
        query.put("state", state);
        query.put("limit", Integer.toString(limit));
        if (kind != null) {
            query.put("kind", kind);
        }
        var answer = api.get("/internal/findings", query);
        var table = new Table("kind", "subject", "opened at", "last seen at", "seen", "state", "what");
        answer.path("findings")
                .forEach(row -> table.row(
                        text(row, "kind"),
                        text(row, "subject"),
                        text(row, "openedAt"),
                        text(row, "lastSeenAt"),
                        text(row, "seen"),
                        row.path("open").asBoolean(false) ? "open" : "closed",
                        text(row, "detail")));
        boolean cut = answer.path("findings").size() >= limit;
        print(answer, (table.isEmpty() ? "No findings.\n" : table) + (cut ? cutAt(limit) : ""));
        return ExitCode.DONE;
    }
}

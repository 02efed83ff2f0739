package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge dead-letters} and {@code koobridge dead-letters list}. */
@Command(
        name = "dead-letters",
        description = "Lists the records that a service could not process, newest first. They are kept for 90 days.")
public class DeadLettersCommand extends ServiceCommand {

    @Option(names = "--reason", paramLabel = "<word>", description = "One reason alone, for example unreadable.")
    private @Nullable String reason;

    @Option(names = "--state", paramLabel = "<state>", description = "open, replayed or parked. Default: all.")
    private @Nullable String state;

    @Option(
            names = "--limit",
            paramLabel = "<n>",
            description = "At most so many. Default: ${DEFAULT-VALUE}.",
            defaultValue = "50")
    private int limit;

    public DeadLettersCommand(Variables variables) {
        super(variables);
    }

    /** The same as a command of its own. */
    @Command(name = "list")
    public static final class Listing extends DeadLettersCommand {

        public Listing(Variables variables) {
            super(variables);
        }
    }

    @Override
    protected final int run(InternalApi api) {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit must be at least 1");
        }
        var answer = JsonMapper.shared().createObjectNode();
        var letters = answer.putArray("deadLetters");
        var found = new DeadLetters(api).list(reason, state, limit);
        found.letters().forEach(letters::add);
        answer.put("more", found.more());
        var table = new Table("id", "key", "reason", "state", "put aside at", "bytes", "origin", "detail");
        letters.forEach(letter -> table.row(
                text(letter, "id"),
                text(letter, "key"),
                text(letter, "reason"),
                text(letter, "state"),
                text(letter, "putAsideAt"),
                text(letter, "size"),
                text(letter, "origin"),
                text(letter, "detail")));
        print(answer, (table.isEmpty() ? "No dead letters.\n" : table) + cut(found));
        return ExitCode.DONE;
    }

    private String cut(DeadLetters.Found found) {
        if (!found.more()) {
            return "";
        }
        return found.letters().size() >= limit
                ? "The list is cut at --limit %d: there may be older ones.\n".formatted(limit)
                : "The list is cut: so many were looked through that older ones may be left.\n";
    }
}

package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ListCommand;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code koobridge dead-letters} and {@code koobridge dead-letters list}. */
@Command(
        name = "dead-letters",
        description = "Lists the records that services could not process, newest first. They are kept for 90 days.")
public class DeadLettersCommand extends ListCommand {

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
    protected final Part list(InternalApi api) {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit must be at least 1");
        }
        var found = new DeadLetters(api).list(reason, state, limit);
        return new Part(found.letters(), found.more());
    }

    @Override
    protected final String member() {
        return "deadLetters";
    }

    @Override
    protected final String cutMember() {
        return "more";
    }

    @Override
    protected final List<String> titles() {
        return List.of("id", "key", "reason", "state", "put aside at", "bytes", "origin", "detail");
    }

    @Override
    protected final List<String> cells(JsonNode letter) {
        return List.of(
                text(letter, "id"),
                text(letter, "key"),
                text(letter, "reason"),
                text(letter, "state"),
                text(letter, "putAsideAt"),
                text(letter, "size"),
                text(letter, "origin"),
                text(letter, "detail"));
    }

    @Override
    protected final String nothing() {
        return "No dead letters.\n";
    }

    @Override
    protected final String cutSaid(int rows) {
        return rows >= limit
                ? "The list is cut at --limit %d: there may be older ones.\n".formatted(limit)
                : "The list is cut: so many were looked through that older ones may be left.\n";
    }
}

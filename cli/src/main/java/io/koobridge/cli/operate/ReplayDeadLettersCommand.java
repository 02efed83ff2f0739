package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code koobridge dead-letters replay}: sends records once more to where they came from. */
@Command(
        name = "replay",
        description =
                "Sends dead letters, unchanged, to the topic that they came from: those named, or the open ones of one reason. They go in"
                        + " the order in which they were put aside; after one that fails, later ones of its key are skipped.")
public final class ReplayDeadLettersCommand extends ServiceCommand {

    @Parameters(arity = "0..*", paramLabel = "<id>", description = "topic:partition:offset, as the list has it.")
    private List<String> ids = List.of();

    @Option(
            names = "--reason",
            paramLabel = "<word>",
            description = "Instead of ids: open dead letters of this reason.")
    private @Nullable String reason;

    @Option(names = "--limit", paramLabel = "<n>", description = "With --reason: at most so many, the oldest.")
    private @Nullable Integer limit;

    @Mixin
    private Why why = new Why();

    @Option(names = "--again", description = "Replay also what was replayed before.")
    private boolean again;

    @Option(names = "--preview", description = "Only say what the replays would do; nothing is sent.")
    private boolean preview;

    public ReplayDeadLettersCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLetters(ids);
    }

    @Override
    protected int run(InternalApi api) {
        var letters = new DeadLetters(api);
        var chosen = chosen(letters);
        if (preview) {
            var previews = Previews.of(letters, chosen.stream().map(Letter::id).toList());
            print(previews.json(), previews.table());
            return previews.exitCode();
        }
        var replays = new Replays(letters, why.text(), again);
        int exit = replays.run(chosen);
        print(replays.json(), chosen.isEmpty() ? "No dead letters.\n" : replays.table());
        return exit;
    }

    /** In the order in which they were put aside, whatever the order in which they are named. */
    private List<Letter> chosen(DeadLetters letters) {
        if (ids.isEmpty() == (reason == null)) {
            throw new IllegalArgumentException("Give ids, or --reason with --limit.");
        }
        if (reason == null) {
            return ids.stream()
                    .distinct()
                    .map(Letter::of)
                    .sorted(Letter.BY_PLACE)
                    .toList();
        }
        if (limit == null || limit < 1) {
            throw new IllegalArgumentException("--reason needs --limit: how many at most?");
        }
        var open = letters.list(reason, "open", Integer.MAX_VALUE);
        if (open.more()) {
            throw new IllegalArgumentException(
                    "There are more open dead letters of this reason than can be listed, so that the oldest are not known: name ids.");
        }
        return Letter.oldest(open.letters().stream().map(Letter::of).toList(), limit);
    }
}

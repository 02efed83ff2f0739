package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.ServiceException;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge dead-letters replay}: sends records once more to where they came from. */
@Command(
        name = "replay",
        description =
                "Sends dead letters, unchanged, to the topic that they came from: those named, or the open ones of one reason. The oldest"
                        + " goes first, so that the facts of one key keep their order.")
public final class ReplayDeadLettersCommand extends ServiceCommand {

    @Parameters(arity = "0..*", paramLabel = "<id>", description = "topic:partition:offset, as the list has it.")
    private List<String> ids = List.of();

    @Option(
            names = "--reason",
            paramLabel = "<word>",
            description = "Instead of ids: open dead letters of this reason.")
    private @Nullable String reason;

    @Option(names = "--limit", paramLabel = "<n>", description = "With --reason: at most so many, the newest.")
    private @Nullable Integer limit;

    @Option(names = "--why", required = true, paramLabel = "<text>", description = "Why; it goes into the journal.")
    private String why = "";

    @Option(names = "--again", description = "Replay also what was replayed before.")
    private boolean again;

    @Option(names = "--preview", description = "Only say what the replays would do; nothing is sent.")
    private boolean preview;

    public ReplayDeadLettersCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected int run(InternalApi api) {
        var letters = new DeadLetters(api);
        var chosen = chosen(letters);
        if (preview) {
            var previews = Previews.of(letters, chosen);
            print(previews.json(), previews.table());
            return ExitCode.DONE;
        }
        return replay(letters, chosen);
    }

    private List<String> chosen(DeadLetters letters) {
        if (ids.isEmpty() == (reason == null)) {
            throw new IllegalArgumentException("Give ids, or --reason with --limit.");
        }
        if (reason == null) {
            return ids;
        }
        if (limit == null || limit < 1) {
            throw new IllegalArgumentException("--reason needs --limit: how many at most?");
        }
        return letters.list(reason, "open", limit).stream()
                .map(letter -> text(letter, "id"))
                .toList()
                .reversed();
    }

    /** Goes on after a refusal, which is about one record; ends when the service is away. */
    private int replay(DeadLetters letters, List<String> chosen) {
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("replays");
        var table = new Table("id", "result");
        int exit = ExitCode.DONE;
        for (var id : chosen) {
            var result = "replayed";
            try {
                letters.act(id, "replay", Map.of("why", why, "again", again));
            } catch (ServiceException e) {
                exit = Math.max(exit, e.exitCode());
                result = String.valueOf(e.getMessage());
            }
            results.addObject().put("id", id).put("result", result);
            table.row(id, result);
            if (exit == ExitCode.UNREACHABLE) {
                break;
            }
        }
        print(json, chosen.isEmpty() ? "No dead letters.\n" : table);
        return exit;
    }
}

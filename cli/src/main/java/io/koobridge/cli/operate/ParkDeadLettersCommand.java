package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.ServiceException;
import io.koobridge.cli.installation.Table;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge dead-letters park}: somebody decided that these stay dead. */
@Command(
        name = "park",
        description =
                "Marks dead letters as dealt with, so that they are no longer among the open ones. They may still be replayed.")
public final class ParkDeadLettersCommand extends ServiceCommand {

    @Parameters(arity = "1..*", paramLabel = "<id>", description = "topic:partition:offset, as the list has it.")
    private List<String> ids = List.of();

    @Mixin
    private Why why = new Why();

    public ParkDeadLettersCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLetters(ids);
    }

    @Override
    protected int run(InternalApi api) {
        var letters = new DeadLetters(api);
        var json = JsonMapper.shared().createObjectNode();
        var parked = json.putArray("parked");
        var failed = json.putArray("failed");
        var table = new Table("id", "result");
        int exit = ExitCode.DONE;
        for (var id : ids) {
            var result = "parked";
            if (exit == ExitCode.UNREACHABLE) {
                result = "not tried";
            } else {
                try {
                    letters.act(id, "park", Map.of("why", why.text()));
                    parked.add(id);
                } catch (ServiceException e) {
                    exit = Math.max(exit, e.exitCode());
                    result = String.valueOf(e.getMessage());
                }
            }
            if (!result.equals("parked")) {
                failed.addObject().put("id", id).put("result", result);
            }
            table.row(id, result);
        }
        print(json, table);
        return exit;
    }
}

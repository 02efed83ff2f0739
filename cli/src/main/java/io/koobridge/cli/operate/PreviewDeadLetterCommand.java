package io.koobridge.cli.operate;

import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Variables;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code koobridge dead-letters preview}: what replays would do now. */
@Command(name = "preview", description = "Says what replays would do now; nothing is sent.")
public final class PreviewDeadLetterCommand extends ServiceCommand {

    @Parameters(arity = "1..*", paramLabel = "<id>", description = "topic:partition:offset, as the list has it.")
    private List<String> ids = List.of();

    public PreviewDeadLetterCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLetters(ids);
    }

    @Override
    protected int run(InternalApi api) {
        var previews = Previews.of(new DeadLetters(api), ids);
        print(previews.json(), previews.table());
        return previews.exitCode();
    }
}

package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.SearchingCommand;
import io.koobridge.cli.installation.Variables;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code koobridge findings close}: somebody has looked at it. */
@Command(
        name = "close",
        description = "Closes a finding by hand, in the service that has it; it opens again when it is seen again.")
public final class CloseFindingCommand extends SearchingCommand {

    @Parameters(index = "0", paramLabel = "<kind>", description = "For example STUCK.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "<subject>", description = "For example an instance's id.")
    private String subject = "";

    @Mixin
    private Why why = new Why();

    public CloseFindingCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected int run(InternalApi api) {
        var answer = api.post(
                "/internal/findings/%s/%s:close".formatted(InternalApi.encoded(kind), InternalApi.encoded(subject)),
                Map.of("why", why.text()));
        print(answer, "Closed.\n");
        return ExitCode.DONE;
    }
}

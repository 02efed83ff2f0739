package io.koobridge.cli.operate;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.InternalApi;
import io.koobridge.cli.installation.ServiceCommand;
import io.koobridge.cli.installation.Variables;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code koobridge retry}: somebody asks once more. */
@Command(
        name = "retry",
        description =
                "Has one document tried again now: unsettled work from the start of its ladder, and what was refused for good, too.")
public final class RetryCommand extends ServiceCommand {

    @Parameters(paramLabel = "<id>", description = "For example an instance's id.")
    private String id = "";

    @Option(
            names = "--ledger",
            paramLabel = "<name>",
            description = "As koobridge stuck shows it. Default: ${DEFAULT-VALUE}.",
            defaultValue = "instances")
    private String ledger = "";

    @Mixin
    private Why why = new Why();

    public RetryCommand(Variables variables) {
        super(variables);
    }

    @Override
    protected String usualService() {
        return Keepers.ofLedger(ledger);
    }

    @Override
    protected int run(InternalApi api) {
        var answer = api.post(
                "/internal/work/%s/%s:retry".formatted(InternalApi.encoded(ledger), InternalApi.encoded(id)),
                Map.of("why", why.text()));
        print(answer, "Started; look again with koobridge stuck --state unsettled.\n");
        return ExitCode.DONE;
    }
}

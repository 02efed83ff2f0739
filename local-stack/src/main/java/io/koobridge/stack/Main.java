package io.koobridge.stack;

import io.koobridge.stack.process.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code koobridge up} and {@code koobridge demo}. */
@Command(
        name = "koobridge",
        mixinStandardHelpOptions = true,
        description = "The KooBridge suite on this machine.",
        subcommands = {UpCommand.class, DemoCommand.class, CachesCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .execute(arguments));
    }

    /** What the user can act on is said without a stack trace. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StackFailure failure) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        throw e;
    }
}

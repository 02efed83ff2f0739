package io.koobridge.benchmark.load;

import io.koobridge.stack.process.StackFailure;
import picocli.CommandLine;

/** {@code koobridge benchmark}. */
public final class Main {

    /** Something could not be measured, or an answer was wrong: the figures are no result. */
    static final int FAILED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new BenchmarkCommand())
                .setExitCodeExceptionMapper(_ -> FAILED)
                .setExecutionExceptionHandler(Main::explain);
    }

    /** What the user can act on is said without a stack trace. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StackFailure failure) {
            command.getErr().println(failure.getMessage());
            return FAILED;
        }
        throw e;
    }
}

package io.koobridge.cli;

import io.koobridge.cli.installation.Variables;
import io.koobridge.cli.trigger.TriggerCommand;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code koobridge <command>}. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 nobody answers. */
@Command(name = "koobridge", mixinStandardHelpOptions = true, description = "Talks to a KooBridge installation.")
final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var variables = Variables.of(System.getenv(), Path.of(System.getProperty("koobridge.root", "")));
        System.exit(commandLine(variables).execute(arguments));
    }

    static CommandLine commandLine(Variables variables) {
        return new CommandLine(new Main())
                .addSubcommand(new TriggerCommand(variables))
                .setParameterExceptionHandler(Main::explain);
    }

    private static int explain(ParameterException e, String[] arguments) {
        var error = e.getCommandLine().getErr();
        error.println(e.getMessage());
        error.println("Help: koobridge " + String.join(" ", path(e.getCommandLine())) + "--help");
        return CommandLine.ExitCode.USAGE;
    }

    private static List<String> path(CommandLine command) {
        return command.getParent() == null ? List.of("") : List.of(command.getCommandName(), "");
    }
}

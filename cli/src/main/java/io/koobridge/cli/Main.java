package io.koobridge.cli;

import io.koobridge.cli.explain.ExplainCommand;
import io.koobridge.cli.imports.ImportCommand;
import io.koobridge.cli.imports.InstancesCommand;
import io.koobridge.cli.installation.Variables;
import io.koobridge.cli.keys.NewRsaKeyCommand;
import io.koobridge.cli.keys.PublicRsaKeyCommand;
import io.koobridge.cli.keys.RsaCommand;
import io.koobridge.cli.license.KeygenCommand;
import io.koobridge.cli.license.LicenseCommand;
import io.koobridge.cli.license.ShowLicenseCommand;
import io.koobridge.cli.license.VerifyLicenseCommand;
import io.koobridge.cli.operate.CloseFindingCommand;
import io.koobridge.cli.operate.DeadLettersCommand;
import io.koobridge.cli.operate.FindingsCommand;
import io.koobridge.cli.operate.FreePlaceCommand;
import io.koobridge.cli.operate.KeysCommand;
import io.koobridge.cli.operate.OrdersCommand;
import io.koobridge.cli.operate.ParkDeadLettersCommand;
import io.koobridge.cli.operate.PreviewDeadLetterCommand;
import io.koobridge.cli.operate.ReplayDeadLettersCommand;
import io.koobridge.cli.operate.ReplayOrderCommand;
import io.koobridge.cli.operate.RetryCommand;
import io.koobridge.cli.operate.ShowDeadLetterCommand;
import io.koobridge.cli.operate.StuckCommand;
import io.koobridge.cli.trigger.TriggerCommand;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
                .addSubcommand(new ExplainCommand(variables, System.in, Clock.systemUTC()))
                .addSubcommand(deadLetters(variables))
                .addSubcommand(new StuckCommand(variables))
                .addSubcommand(new RetryCommand(variables))
                .addSubcommand(new CommandLine(new FindingsCommand(variables))
                        .addSubcommand(new CloseFindingCommand(variables)))
                .addSubcommand(new CommandLine(new OrdersCommand()).addSubcommand(new ReplayOrderCommand(variables)))
                .addSubcommand(new CommandLine(new KeysCommand(variables))
                        .addSubcommand(new CommandLine(new RsaCommand())
                                .addSubcommand(new NewRsaKeyCommand())
                                .addSubcommand(new PublicRsaKeyCommand())))
                .addSubcommand(new CommandLine(new InstancesCommand()).addSubcommand(new ImportCommand(variables)))
                .addSubcommand(new CommandLine(new LicenseCommand())
                        .addSubcommand(new VerifyLicenseCommand(System.in, Clock.systemUTC()))
                        .addSubcommand(new ShowLicenseCommand(System.in))
                        .addSubcommand(new KeygenCommand())
                        .addSubcommand(new FreePlaceCommand(variables)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::explain);
    }

    private static CommandLine deadLetters(Variables variables) {
        return new CommandLine(new DeadLettersCommand(variables))
                .addSubcommand(new DeadLettersCommand.Listing(variables))
                .addSubcommand(new ShowDeadLetterCommand(variables))
                .addSubcommand(new PreviewDeadLetterCommand(variables))
                .addSubcommand(new ReplayDeadLettersCommand(variables))
                .addSubcommand(new ParkDeadLettersCommand(variables));
    }

    private static int explain(ParameterException e, String[] arguments) {
        var error = e.getCommandLine().getErr();
        error.println(e.getMessage());
        error.println("Help: koobridge " + String.join(" ", path(e.getCommandLine())) + "--help");
        return CommandLine.ExitCode.USAGE;
    }

    private static List<String> path(CommandLine command) {
        var names = new ArrayList<>(List.of(""));
        for (var each = command; each.getParent() != null; each = each.getParent()) {
            names.addFirst(each.getCommandName());
        }
        return names;
    }
}

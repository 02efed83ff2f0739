package io.koobridge.stack.suite;

import io.koobridge.stack.demo.Cli;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The command line's jar, told where a suite's home is. */
public record InstalledCli(Programs programs, Path home) implements Cli {

    @Override
    public Said run(List<String> arguments) {
        var command = programs.commandLine(programs.cli(arguments.toArray(String[]::new)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        programs.occasion().restrict(builder.environment());
        builder.environment().put(Settings.HOME, home.toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException e) {
            throw new StackFailure("The command line cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while koobridge " + arguments + " ran", e);
        }
    }
}

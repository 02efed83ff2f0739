package io.koobridge.cli.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge instances}: has nothing but its subcommands. */
@Command(
        name = "instances",
        mixinStandardHelpOptions = true,
        description = "Instances of an installation, many at once.")
public final class InstancesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what to do with them, as in koobridge instances import");
    }
}

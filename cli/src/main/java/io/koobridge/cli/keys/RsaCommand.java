package io.koobridge.cli.keys;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge keys rsa}: has nothing but its subcommands. */
@Command(
        name = "rsa",
        mixinStandardHelpOptions = true,
        description = "RSA keys, with whose public half the marketplace encrypts client secrets. Asks no service.")
public final class RsaCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Say what to do: new or public.");
    }
}

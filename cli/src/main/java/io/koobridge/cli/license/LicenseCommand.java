package io.koobridge.cli.license;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge license}: has nothing but its subcommands. */
@Command(
        name = "license",
        mixinStandardHelpOptions = true,
        description = "Licences that KooBridge signed, keys for them, and places that they kept.")
public final class LicenseCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: verify, show, keygen or free-place.");
    }
}

package io.koobridge.cli.license;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.OwnersFile;
import io.koobridge.crypto.jws.SigningKey;
import io.koobridge.crypto.jws.VerificationKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge license keygen}: a new pair of keys. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description =
                "Makes a key for licences: writes the private half into a file and prints the public one as a JWK Set.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the key is there", "1:the file is there already, or cannot be written", "2:wrong usage"})
public final class KeygenCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--kid",
            required = true,
            paramLabel = "<id>",
            description = "What licences call the key, for example a year: 1 to 32 characters of A-Z a-z 0-9 . _ -")
    private String kid = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "<file>",
            description = "The private key as PEM. A file that is there is never overwritten.")
    private String file = "";

    @Override
    public Integer call() {
        var here = Objects.requireNonNull(spec).commandLine();
        try {
            var key = SigningKey.generate(kid);
            OwnersFile.write(Path.of(file), key.pem());
            here.getOut().println(VerificationKey.jwkSet(List.of(key.verificationKey())));
            here.getOut().flush();
            return ExitCode.DONE;
        } catch (InvalidPathException e) {
            throw new ParameterException(here, "--out " + file + " is no file's name", e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here, "--kid: " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            here.getErr().println(file + " is there already: licences may depend on it");
        } catch (IOException e) {
            here.getErr().println(file + " cannot be written: " + e);
        }
        here.getErr().flush();
        return ExitCode.REFUSED;
    }
}

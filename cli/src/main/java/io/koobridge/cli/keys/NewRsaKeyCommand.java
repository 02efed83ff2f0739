package io.koobridge.cli.keys;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.OwnersFile;
import io.koobridge.crypto.rsa.RsaKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code koobridge keys rsa new}: a new pair of keys. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Makes an RSA key: writes the private half into a file for tenant-sync-service, and prints the public one as the Seller Console wants it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the key is there", "1:the file is there already, or cannot be written", "2:wrong usage"})
public final class NewRsaKeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "<file>",
            description = "The private key as PEM (PKCS#8, no passphrase). A file that is there is never overwritten.")
    private String file = "";

    @Option(
            names = "--bits",
            paramLabel = "<3072|4096>",
            defaultValue = "4096",
            description =
                    "How long it is: 3072, the least that the marketplace takes, or 4096. Default: ${DEFAULT-VALUE}.")
    private int bits;

    @Override
    public Integer call() {
        var here = Objects.requireNonNull(spec).commandLine();
        if (bits != RsaKey.FEWEST_BITS && bits != RsaKey.USUAL_BITS) {
            throw new ParameterException(
                    here, "--bits is %d or %d, not %d".formatted(RsaKey.FEWEST_BITS, RsaKey.USUAL_BITS, bits));
        }
        try {
            var target = Path.of(file);
            var key = RsaKey.generate("new", bits);
            OwnersFile.write(target, key.pem());
            here.getOut().println(key.publicKey());
            here.getOut().flush();
            return ExitCode.DONE;
        } catch (InvalidPathException e) {
            throw new ParameterException(here, "--out " + file + " is no file's name", e);
        } catch (FileAlreadyExistsException e) {
            here.getErr().println(file + " is there already: client secrets may be encrypted for it");
        } catch (IOException e) {
            here.getErr().println(file + " cannot be written: " + e);
        }
        here.getErr().flush();
        return ExitCode.REFUSED;
    }
}

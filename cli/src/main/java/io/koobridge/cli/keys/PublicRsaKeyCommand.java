package io.koobridge.cli.keys;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.Files;
import io.koobridge.crypto.rsa.RsaKey;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koobridge keys rsa public}: the half that the marketplace gets. */
@Command(
        name = "public",
        mixinStandardHelpOptions = true,
        description =
                "Prints the public half of an RSA key as the Seller Console wants it: X.509 in Base64, in one line, without header and footer.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is printed", "2:wrong usage, or the file has no such key"})
public final class PublicRsaKeyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "The private key as PEM, as 'keys rsa new' writes it.")
    private String file = "";

    @Override
    public Integer call() {
        var here = Objects.requireNonNull(spec).commandLine();
        try {
            here.getOut().println(RsaKey.ofPem("given", Files.text(file)).publicKey());
            here.getOut().flush();
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here, "%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}

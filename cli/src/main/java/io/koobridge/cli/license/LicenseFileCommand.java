package io.koobridge.cli.license;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.cli.installation.Files;
import io.koobridge.cli.installation.ServiceException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command about one licence. */
@Command(mixinStandardHelpOptions = true, exitCodeListHeading = "Exit codes:%n")
abstract class LicenseFileCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final InputStream in;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<file>", description = "The licence; - reads standard input.")
    private String file = STANDARD_INPUT;

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean asJson;

    LicenseFileCommand(InputStream in) {
        this.in = in;
    }

    /**
     * Does it.
     *
     * @return the exit code
     * @throws IllegalArgumentException for wrong usage
     */
    abstract int run(String licence);

    @Override
    public final Integer call() {
        var here = Objects.requireNonNull(spec).commandLine();
        try {
            return run(new String(
                    file.equals(STANDARD_INPUT) ? Files.bytes(in, "Standard input") : Files.bytes(file), UTF_8));
        } catch (ServiceException e) {
            here.getErr().println(e.getMessage());
            here.getErr().flush();
            return e.exitCode();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here, String.valueOf(e.getMessage()), e);
        }
    }

    final boolean asJson() {
        return asJson;
    }

    final void print(String text) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(text);
        out.flush();
    }
}

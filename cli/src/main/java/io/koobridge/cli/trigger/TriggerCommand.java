package io.koobridge.cli.trigger;

import io.koobridge.cli.installation.Variables;
import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code koobridge trigger}: one signed callback to any gateway, and what it made of it. */
@Command(
        name = "trigger",
        mixinStandardHelpOptions = true,
        description = "Sends one signed SaaS V2 callback to any gateway and shows the answer.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:accepted (000000 or 000004)",
            "1:refused, or answered with a wrong Body-Sign",
            "2:wrong usage",
            "3:nobody answers"
        })
public final class TriggerCommand implements Callable<Integer> {

    private static final int ACCEPTED = 0;
    private static final int REFUSED = 1;
    private static final int UNREACHABLE = 3;

    private final Variables variables;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<activity>", description = "newInstance, queryInstance, updateInstanceStatus, ...")
    private String activity = "";

    @Mixin
    private Target target = new Target();

    @Mixin
    private Content content = new Content();

    @Option(
            names = "--body-file",
            paramLabel = "<file>",
            description = "Send exactly these bytes instead of a body made from the options.")
    private @Nullable Path bodyFile;

    @Option(
            names = "--duplicate",
            paramLabel = "<n>",
            description = "Repeat it n more times, each time with another businessId, nonce and time stamp.")
    private int duplicate;

    @Option(
            names = "--skew",
            paramLabel = "<duration>",
            description = "Shift the time stamp, for example -90s or 2m: beyond 60 s a gateway refuses.")
    private String skew = "0s";

    @Option(names = "--json", description = "Print each exchange as one line of JSON.")
    private boolean asJson;

    /** @param variables where address and key come from when no option gives them */
    public TriggerCommand(Variables variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec here = Objects.requireNonNull(spec);
        try {
            URI address = target.address(variables);
            AccessKey key = target.key(variables);
            var signing = new Signing(key, Clock.offset(Clock.systemUTC(), skew(skew)), new SecureRandom());
            return send(
                    address,
                    signing,
                    body(signing),
                    new Report(here.commandLine().getOut(), asJson));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int send(URI address, Signing signing, Supplier<String> bodies, Report report) throws InterruptedException {
        Set<String> instances = new HashSet<>();
        boolean accepted = true;
        try (var sender = new Sender(signing.key())) {
            for (int i = 0; i <= duplicate; i++) {
                String body = bodies.get();
                URI signed = signing.sign(address, body);
                var exchange = new Exchange(new Exchange.Request(signed.toString(), body), sender.send(signed, body));
                report.show(exchange);
                accepted &= exchange.isAccepted();
                instances.add(exchange.member("instanceId"));
            }
        } catch (IOException e) {
            complain("Nobody answers at " + address + ": " + e);
            return UNREACHABLE;
        }
        if (instances.size() > 1) {
            complain("The repeated calls were answered with different instances: " + instances);
            return REFUSED;
        }
        return accepted ? ACCEPTED : REFUSED;
    }

    private Supplier<String> body(Signing signing) {
        if (bodyFile != null) {
            String body = read(bodyFile);
            return () -> body;
        }
        Callback callback =
                content.callback(activity, () -> "CS" + signing.randomHex(8).toUpperCase(Locale.ROOT));
        callback.flaw().ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw);
        });
        return () -> callback.body(() -> signing.randomHex(16));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }

    /** 90s, -2m or ISO-8601. */
    static Duration skew(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        try {
            return iso.contains("P") ? Duration.parse(iso) : Duration.parse("PT" + iso);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--skew " + text + " is not a duration such as -90s or 2m", e);
        }
    }

    private void complain(String message) {
        var error = Objects.requireNonNull(spec).commandLine().getErr();
        error.println(message);
        error.flush();
    }
}

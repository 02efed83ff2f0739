package io.koobridge.cli.trigger;

import io.koobridge.cli.installation.Variables;
import io.koobridge.cli.trigger.Edition.Source;
import io.koobridge.cli.trigger.Exchange.Request;
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
import java.util.List;
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
        description = "Sends one signed SaaS callback, V2 or V1, to any gateway and shows the answer.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:accepted (000000, in V2 also 000004)",
            "1:refused, or answered with a wrong Body-Sign, in V1 also without one",
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

    @Parameters(
            paramLabel = "<activity>",
            description = "newInstance, queryInstance, updateInstanceStatus (V1: instanceStatus), ...")
    private String activity = "";

    @Option(
            names = "--edition",
            paramLabel = "<v1|v2>",
            description = "v2 (default): a signed POST; v1: a GET with authToken.")
    private Edition edition = Edition.V2;

    @Mixin
    private Target target = new Target();

    @Mixin
    private Content content = new Content();

    @Option(
            names = "--body-file",
            paramLabel = "<file>",
            description = "V2: send exactly these bytes instead of a body made from the options.")
    private @Nullable Path bodyFile;

    @Option(
            names = "--duplicate",
            paramLabel = "<n>",
            description = "Repeat it n more times, each time with another businessId, time stamp and, in V2, nonce.")
    private int duplicate;

    @Option(
            names = "--skew",
            paramLabel = "<duration>",
            description = "Shift the time stamp, for example -90s or 2m: beyond 60 s a gateway refuses V2.")
    private String skew = "0s";

    @Option(
            names = "--decrypt",
            description = "V1: show userName and password of the answer, decrypted. They are secrets of your customer.")
    private boolean decrypt;

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
            AccessKey key = target.key(edition, variables);
            var source = new Source(key, Clock.offset(Clock.systemUTC(), skew(skew)), new SecureRandom());
            return send(
                    address,
                    key,
                    calls(address, source),
                    new Report(here.commandLine().getOut(), asJson));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(here.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int send(URI address, AccessKey key, Supplier<Request> calls, Report report) throws InterruptedException {
        Set<String> instances = new HashSet<>();
        boolean accepted = true;
        try (var sender = new Sender(key)) {
            for (int i = 0; i <= duplicate; i++) {
                var request = calls.get();
                var exchange = new Exchange(edition, request, sender.send(request));
                report.show(exchange, decrypt ? AccessData.of(exchange.json(), key) : List.of());
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

    private Supplier<Request> calls(URI address, Source source) {
        if (edition == Edition.V1 ? bodyFile != null : decrypt) {
            throw new IllegalArgumentException(
                    edition == Edition.V1
                            ? "--body-file is for V2: V1 sends no body"
                            : "--decrypt is for --edition v1");
        }
        if (bodyFile != null) {
            String body = read(bodyFile);
            var signing = new Signing(source.key(), source.clock(), new Randomness(source.random()));
            return () -> signing.sign(address, body);
        }
        return edition.calls(activity, content, address, source);
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

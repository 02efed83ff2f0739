package io.koobridge.cli.license;

import io.koobridge.cli.installation.ExitCode;
import io.koobridge.cli.installation.FileOrAddress;
import io.koobridge.verifier.LicenseVerifier;
import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code koobridge license verify}: what a product would say to a licence. */
@Command(
        name = "verify",
        description = "Checks a licence as a product does that has LicenseVerifier.java in it.",
        exitCodeList = {
            "0:the licence is valid",
            "1:it is refused; it says why",
            "2:wrong usage",
            "3:the keys' address does not answer"
        })
public final class VerifyLicenseCommand extends LicenseFileCommand {

    private final Clock clock;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "<file|address>",
            description =
                    "The seller's public keys: a file, or an address such as https://license.example.com/license-keys.")
    private String keys = "";

    @Option(
            names = "--product",
            required = true,
            paramLabel = "<id>",
            description = "The product's id in the marketplace; may be given more than once.")
    private List<String> products = List.of();

    @Option(names = "--fingerprint", paramLabel = "<text>", description = "The device's fingerprint, exactly.")
    private @Nullable String fingerprint;

    @Option(
            names = "--at",
            paramLabel = "<time>",
            description = "When it shall be valid, as in 2026-11-22T08:00:00Z. Default: now.")
    private @Nullable String at;

    @Option(
            names = "--last-run",
            paramLabel = "<time>",
            description = "When the product ran last: shows a clock that was set back.")
    private @Nullable String lastRun;

    public VerifyLicenseCommand(InputStream in, Clock clock) {
        super(in);
        this.clock = clock;
    }

    @Override
    int run(String licence) {
        var here = new Here(
                new HashSet<>(products),
                Optional.ofNullable(fingerprint),
                instant("--at", at).orElseGet(clock::instant),
                instant("--last-run", lastRun));
        var verifier = new LicenseVerifier(FileOrAddress.text(keys));
        if (verifier.keyIds().isEmpty()) {
            throw new IllegalArgumentException(keys + " holds no public keys of licences.");
        }
        var result = verifier.verify(licence, here);
        print(asJson() ? JsonMapper.shared().writeValueAsString(json(result)) + "\n" : text(result));
        return result instanceof Result.Valid ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static String text(Result result) {
        return switch (result) {
            case Result.Valid(var claims) -> ClaimTable.of(claims) + "\nThe licence is valid.\n";
            case Result.Refused(var reason) -> "%s: %s\n".formatted(reason, reason.sentence());
        };
    }

    private static Map<String, ?> json(Result result) {
        return switch (result) {
            case Result.Valid(var claims) -> Map.of("valid", true, "claims", ClaimTable.members(claims));
            case Result.Refused(var reason) -> Map.of("valid", false, "reason", reason.name());
        };
    }

    private static Optional<Instant> instant(String option, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s %s is no time such as 2026-11-22T08:00:00Z".formatted(option, text), e);
        }
    }
}

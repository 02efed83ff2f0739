package io.koobridge.simulator.signing;

import io.koobridge.simulator.signing.AccessVerdict.Passed;
import io.koobridge.simulator.signing.AccessVerdict.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Checks SDK-HMAC-SHA256 as the gateway does: it follows the SignedHeaders of the request (usage-and-open-api §7.1). */
public final class AccessKeyVerifier {
    private static final String DATE = "x-sdk-date";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter DATE_FORM = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final String WRONG = "Incorrect IAM authentication information: ";

    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    /** The clock is always the real one: signatures are never compressed in time. */
    public AccessKeyVerifier(String accessKey, String secretKey, Clock clock) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    public AccessVerdict verify(ReceivedRequest request) {
        Authorization claimed = Authorization.parse(request.header("authorization"));
        if (claimed == null) {
            return new Refused(WRONG + "authorization header missing or malformed");
        }
        if (!claimed.accessKey().equals(accessKey)) {
            return new Refused(WRONG + "access key does not exist");
        }
        if (!claimed.signedHeaders().contains(DATE)) {
            return new Refused(WRONG + "x-sdk-date must be signed");
        }
        for (String name : claimed.signedHeaders()) {
            if (request.header(name) == null) {
                return new Refused(WRONG + "signed header " + name + " is missing");
            }
        }
        if (!withinClockSkew(request.header(DATE))) {
            return new Refused(WRONG + "x-sdk-date is more than 15 minutes away from " + clock.instant());
        }
        String canonical = CanonicalRequest.of(request, claimed.signedHeaders());
        String expected = signature(canonical, String.valueOf(request.header(DATE)));
        return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        claimed.signature().getBytes(StandardCharsets.US_ASCII))
                ? new Passed()
                : new Refused(WRONG + "verify aksk signature fail, canonical request: " + canonical.replace('\n', '|'));
    }

    private String signature(String canonicalRequest, String date) {
        String digest = Hmac.hexDigest(canonicalRequest.getBytes(StandardCharsets.UTF_8));
        return Hmac.hexSha256(secretKey, ("SDK-HMAC-SHA256\n" + date + "\n" + digest).getBytes(StandardCharsets.UTF_8));
    }

    private boolean withinClockSkew(@Nullable String date) {
        try {
            Instant signed =
                    LocalDateTime.parse(String.valueOf(date), DATE_FORM).toInstant(ZoneOffset.UTC);
            return Duration.between(signed, clock.instant()).abs().compareTo(CLOCK_SKEW) <= 0;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}

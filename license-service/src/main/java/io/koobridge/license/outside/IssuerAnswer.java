package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.license.domain.Issuer.Answer;
import io.koobridge.license.domain.Issuer.Revocation;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Read;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Unreadable;
import io.koobridge.runtime.webhook.WebhookText;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's licence server answers (docs/license-server.md).
 *
 * @param status {@code ISSUED}, {@code WORKING} or {@code REFUSED}; to a revocation {@code REVOKED} or {@code WORKING}
 * @param license with ISSUED, when it is a text
 * @param fileName with ISSUED, when it is a file
 * @param contentBase64 with {@code fileName}
 * @param retryAfterSeconds with WORKING; 10 when absent, at most an hour
 * @param reason with REFUSED, which is for good
 */
record IssuerAnswer(
        @Nullable String status,
        @Nullable String license,
        @Nullable String fileName,
        @Nullable String contentBase64,
        @Nullable Long retryAfterSeconds,
        @Nullable String reason) {

    private static final long USUAL_WAIT = 10;
    private static final long LONGEST_WAIT = 3_600;
    private static final String UNREADABLE = "the licence server's answer cannot be read: ";

    /** Never throws, whatever was sent, and never quotes a licence. */
    static Answer issued(byte[] body) {
        return switch (WebhookJson.read(body, IssuerAnswer.class)) {
            case Read<IssuerAnswer>(var answer) -> answer.issued();
            case Unreadable<IssuerAnswer>(var why) -> new Answer.Failed(UNREADABLE + why);
        };
    }

    /** Never throws, whatever was sent. */
    static Revocation revoked(byte[] body) {
        return switch (WebhookJson.read(body, IssuerAnswer.class)) {
            case Read<IssuerAnswer>(var answer) -> answer.revoked();
            case Unreadable<IssuerAnswer>(var why) -> new Revocation.Failed(UNREADABLE + why);
        };
    }

    private Answer issued() {
        return switch (status) {
            case "ISSUED" -> licence();
            case "WORKING" ->
                new Answer.Working(Duration.ofSeconds(
                        Math.clamp(retryAfterSeconds == null ? USUAL_WAIT : retryAfterSeconds, 1, LONGEST_WAIT)));
            case "REFUSED" -> new Answer.Refused(reason == null ? "no reason was given" : WebhookText.sentence(reason));
            case null, default ->
                new Answer.Failed("the licence server's status must be ISSUED, WORKING or REFUSED, is " + named());
        };
    }

    private Revocation revoked() {
        return switch (status) {
            case "REVOKED" -> new Revocation.Done();
            case "WORKING" -> new Revocation.Failed("the licence server is still working on it");
            case null, default ->
                new Revocation.Failed("the licence server's status must be REVOKED or WORKING, is " + named());
        };
    }

    /** A text or a file. What neither is may be mended, and is asked for again. */
    private Answer licence() {
        if (license != null && fileName == null && contentBase64 == null) {
            return WebhookText.wellFormed(license)
                    ? new Answer.Issued(new LicenseFile(license.getBytes(UTF_8), null))
                    : new Answer.Refused("the licence's text is not well-formed Unicode");
        }
        if (license == null && fileName != null && contentBase64 != null) {
            return file(fileName, contentBase64);
        }
        return new Answer.Failed("the licence server's ISSUED must have license, or fileName and contentBase64");
    }

    private static Answer file(String name, String content) {
        try {
            return new Answer.Issued(new LicenseFile(Base64.getDecoder().decode(content), name));
        } catch (IllegalArgumentException _) {
            return new Answer.Failed("the licence server's contentBase64 is not Base64 (RFC 4648 §4)");
        }
    }

    private String named() {
        return status == null ? "missing" : WebhookText.sentence(status);
    }
}

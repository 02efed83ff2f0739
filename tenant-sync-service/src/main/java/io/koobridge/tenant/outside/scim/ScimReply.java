package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookText;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the SCIM server answered.
 *
 * @param body absent where it is not needed, or is no JSON object
 * @param location of what was created
 * @param retryAfter how long it wants to be left alone
 */
record ScimReply(
        int status,
        @Nullable ObjectNode body,
        @Nullable String location,
        @Nullable Duration retryAfter) implements Verdict {

    static final int NOT_IMPLEMENTED = 501;

    private static final String SAFE_WORD = "[A-Za-z]{1,32}";

    /** A longer explanation is a page of HTML, or meant to be costly. */
    private static final int LONGEST_REPEATED = 1_000;

    /** Two characters are a name in Chinese. */
    private static final int SHORTEST_MASKED = 2;

    boolean success() {
        return status >= 200 && status < 300;
    }

    /** It wants to be called less, or later. */
    boolean limited() {
        return status == 429 || (status >= 500 && status != NOT_IMPLEMENTED);
    }

    /** There is no such entry, any more. */
    boolean gone() {
        return status == 404 || status == 410;
    }

    /** The server does not know how. */
    boolean unknown() {
        return status == 405 || status == NOT_IMPLEMENTED;
    }

    @Override
    public String outcome() {
        if (success()) {
            return "answered";
        }
        return limited() ? "limited" : "refused";
    }

    @Override
    public @Nullable String detail() {
        return success() ? null : code();
    }

    /** The kind of error, where it is one of SCIM's words. */
    String scimType() {
        var type = body == null ? "" : body.path("scimType").asText();
        return type.matches(SAFE_WORD) ? type : "";
    }

    /** Status and kind of error. */
    String code() {
        return "HTTP %d %s".formatted(status, scimType()).strip();
    }

    /** With the server's own words, as far as they tell nothing of a person. */
    String explained(List<String> personal) {
        var text = body == null ? "" : body.path("detail").asText();
        return text.isBlank() || text.length() > LONGEST_REPEATED
                ? code()
                : code() + ": " + WebhookText.sentence(masked(text, personal));
    }

    private static String masked(String text, List<String> personal) {
        var safe = text;
        for (var value : personal) {
            if (value.length() >= SHORTEST_MASKED) {
                safe = Pattern.compile(Pattern.quote(value), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(safe)
                        .replaceAll("***");
            }
        }
        // What looks like an e-mail address or a telephone number, whoever's.
        return safe.replaceAll("[^\\s\"'<>(),;:]+@[^\\s\"'<>(),;]+", "***")
                .replaceAll("\\+?\\d[\\d -]{4,}\\d", "***")
                .replaceAll("\\p{Cntrl}+", " ");
    }
}

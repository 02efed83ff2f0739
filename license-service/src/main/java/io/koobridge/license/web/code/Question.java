package io.koobridge.license.web.code;

import io.koobridge.events.license.CodeId;
import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.service.web.PublicProblem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the seller's software asks, checked. Unknown members are ignored. */
sealed interface Question {

    int CODES_AT_MOST = 100;

    /** Put these into use. */
    record Activate(Set<String> codes, @Nullable Instant effectiveAt) implements Question {}

    /** May this be used? */
    record Check(String code) implements Question {}

    /** This was used. */
    record ReportUse(String code, Usage.Entry entry) implements Question {}

    /** It cannot be answered. */
    final class BadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final HttpStatus status;

        BadException(HttpStatus status, String sentence) {
            super(sentence, null, false, false);
            this.status = status;
        }

        PublicProblem problem() {
            return PublicProblem.of(status, String.valueOf(getMessage()));
        }
    }

    static Activate activate(byte[] body) {
        var json = read(body);
        var list = json.path("codes");
        if (!list.isArray() || list.isEmpty() || list.size() > CODES_AT_MOST) {
            throw wrong("codes must be a list of 1 to %d codes.".formatted(CODES_AT_MOST));
        }
        var codes = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            codes.add(code(list.get(i), "codes[%d]".formatted(i)));
        }
        return new Activate(codes, time(json.path("realEffectTime")));
    }

    static Check check(byte[] body) {
        return new Check(code(read(body).path("code"), "code"));
    }

    static ReportUse reportUse(byte[] body, Instant now) {
        var json = read(body);
        var code = code(json.path("code"), "code");
        var client = json.path("clientId");
        var count = json.path("activeCount");
        if (absent(client) == absent(count)) {
            throw wrong("exactly one of clientId and activeCount must be there.");
        }
        return new ReportUse(
                code, absent(count) ? Usage.Entry.client(client(client), now) : Usage.Entry.count(count(count), now));
    }

    private static JsonNode read(byte[] body) {
        JsonNode json;
        try {
            json = Json.mapper().readTree(body);
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            throw new BadException(HttpStatus.BAD_REQUEST, "The body is not JSON.");
        }
        if (!json.isObject()) {
            throw new BadException(HttpStatus.BAD_REQUEST, "The body must be a JSON object.");
        }
        return json;
    }

    private static String code(JsonNode node, String name) {
        if (!node.isString() || !CodeId.fits(node.stringValue())) {
            throw wrong(name + " must be a text of 1 to 64 characters on one line.");
        }
        return node.stringValue();
    }

    private static String client(JsonNode node) {
        if (!node.isString() || !fits(node.stringValue())) {
            throw wrong("clientId must be a text of 1 to %d characters on one line.".formatted(Usage.Entry.LONGEST_ID));
        }
        return node.stringValue();
    }

    private static boolean fits(String id) {
        return !id.isBlank()
                && id.chars().noneMatch(Character::isISOControl)
                && id.length() <= Usage.Entry.LONGEST_ID
                && StandardCharsets.UTF_8.newEncoder().canEncode(id);
    }

    private static long count(JsonNode node) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.longValue() < 0
                || node.longValue() > Usage.Entry.HIGHEST_COUNT) {
            throw wrong("activeCount must be a whole number from 0 to %d.".formatted(Usage.Entry.HIGHEST_COUNT));
        }
        return node.longValue();
    }

    private static @Nullable Instant time(JsonNode node) {
        if (absent(node)) {
            return null;
        }
        var sentence = "realEffectTime must be a time of the years 2000 to 2999, such as 2026-03-01T09:00:00Z.";
        try {
            var time = Instant.parse(node.asString("")).truncatedTo(ChronoUnit.SECONDS);
            if (time.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
                    || !time.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
                throw wrong(sentence);
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(sentence);
        }
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static BadException wrong(String sentence) {
        return new BadException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }
}

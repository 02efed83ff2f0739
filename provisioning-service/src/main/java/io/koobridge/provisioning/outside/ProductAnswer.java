package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the seller's product answers.
 *
 * @param status {@code READY}, {@code WORKING} or {@code REFUSED}
 * @param appInfo with READY; may be absent when an instance that was ready before is frozen, thawed or released
 * @param retryAfterSeconds with WORKING; 10 when absent, at most an hour
 * @param reason with REFUSED, which is for good
 */
record ProductAnswer(
        @Nullable String status,
        @Nullable AppInfo appInfo,
        @Nullable Long retryAfterSeconds,
        @Nullable FailureReason reason,
        @Nullable String detail) {

    private static final long USUAL_WAIT = 10;
    private static final long LONGEST_WAIT = 3_600;
    private static final int DETAIL = 255;

    static Answer read(int httpStatus, byte[] body) {
        if (httpStatus / 100 != 2) {
            return new Answer.Failed("the product answered HTTP %d".formatted(httpStatus));
        }
        try {
            var answer = Json.mapper().readValue(body, ProductAnswer.class);
            return answer == null ? new Answer.Failed("the product's answer is null") : answer.answer();
        } catch (ArithmeticException | NumberFormatException e) {
            return new Answer.Failed("the product's answer cannot be read: a number is beyond all measure");
        } catch (JacksonException e) {
            return new Answer.Failed("the product's answer cannot be read: " + place(e));
        }
    }

    /** Where the reader stopped, not what it says: a parser's message quotes what it read, and that may be a password. */
    private static String place(JacksonException error) {
        var member = error.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return member.isEmpty() ? "it is not the JSON that is expected" : "at " + member;
    }

    private Answer answer() {
        return switch (status) {
            case "READY" -> appInfo == null ? new Answer.Ready(null) : AnswerCheck.ready(appInfo);
            case "WORKING" ->
                new Answer.Working(Duration.ofSeconds(
                        Math.clamp(retryAfterSeconds == null ? USUAL_WAIT : retryAfterSeconds, 1, LONGEST_WAIT)));
            case "REFUSED" -> new Answer.Refused(reason == null ? FailureReason.OTHER : reason, shortened(detail));
            case null, default ->
                new Answer.Failed("the product's status must be READY, WORKING or REFUSED, is "
                        + (status == null ? "missing" : shortened(status)));
        };
    }

    private static String shortened(@Nullable String detail) {
        var text = detail == null ? "" : detail;
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }
}

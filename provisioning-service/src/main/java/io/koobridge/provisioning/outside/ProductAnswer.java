package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Read;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Unreadable;
import io.koobridge.runtime.webhook.WebhookText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's product answers (docs/product-contract.md).
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

    static Answer read(byte[] body, AccessForm form) {
        return switch (WebhookJson.read(body, ProductAnswer.class)) {
            case Read<ProductAnswer>(var answer) -> answer.answer(form);
            case Unreadable<ProductAnswer>(var why) -> new Answer.Failed("the product's answer cannot be read: " + why);
        };
    }

    private Answer answer(AccessForm form) {
        return switch (status) {
            case "READY" -> appInfo == null ? new Answer.Ready(null) : AnswerCheck.ready(appInfo, form);
            case "WORKING" ->
                new Answer.Working(Duration.ofSeconds(
                        Math.clamp(retryAfterSeconds == null ? USUAL_WAIT : retryAfterSeconds, 1, LONGEST_WAIT)));
            case "REFUSED" ->
                new Answer.Refused(reason == null ? FailureReason.OTHER : reason, WebhookText.sentence(detail));
            case null, default ->
                new Answer.Failed("the product's status must be READY, WORKING or REFUSED, is "
                        + (status == null ? "missing" : WebhookText.sentence(status)));
        };
    }
}

package io.koobridge.provisioning.outside;

import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Read;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Unreadable;
import io.koobridge.runtime.webhook.WebhookText;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's product answers to a check.
 *
 * @param status {@code POSSIBLE} or {@code IMPOSSIBLE}
 * @param detail with IMPOSSIBLE, for the customer
 */
record ProductVerdict(@Nullable String status, @Nullable String detail) {

    private static final String NO_REASON = "The product does not allow this change.";

    static Verdict read(byte[] body) {
        return switch (WebhookJson.read(body, ProductVerdict.class)) {
            case Read<ProductVerdict>(var answer) -> answer.verdict();
            case Unreadable<ProductVerdict>(var why) ->
                new Verdict.Undecided("the product's answer cannot be read: " + why);
        };
    }

    private Verdict verdict() {
        return switch (status) {
            case "POSSIBLE" -> new Verdict.Possible();
            case "IMPOSSIBLE" ->
                new Verdict.Impossible(detail == null || detail.isBlank() ? NO_REASON : WebhookText.sentence(detail));
            // A product that does not know checks takes one for a call: it makes real what is real.
            case null, default ->
                new Verdict.Undecided("the product's status must be POSSIBLE or IMPOSSIBLE, is "
                        + (status == null ? "missing" : WebhookText.sentence(status)));
        };
    }
}

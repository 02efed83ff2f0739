package io.koobridge.crypto.webhook;

import java.time.Instant;

/** Whether a webhook came from somebody who holds our secret. */
public sealed interface WebhookVerification {

    /**
     * It did.
     *
     * @param id what to recognise a repeated delivery by
     */
    record Verified(String id, Instant attemptedAt) implements WebhookVerification {}

    /** It did not, or cannot be shown to. */
    record Rejected(Reason reason) implements WebhookVerification {}

    /** Why; the names are metric labels. */
    enum Reason {
        HEADER_MISSING,
        TIMESTAMP_NOT_A_NUMBER,
        TOO_OLD,
        IN_THE_FUTURE,
        /** None of the signatures, if there is one of our version at all, is made with our secret for this body. */
        SIGNATURE_MISMATCH
    }
}

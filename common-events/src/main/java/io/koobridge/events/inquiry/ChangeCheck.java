package io.koobridge.events.inquiry;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.InstanceKind;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/instances:check}: whether an instance could become another product (saas-v2 §6.6).
 * Nothing is changed by asking.
 *
 * @param why in the product's words, for the customer who may not have the change; present exactly when it is
 *     {@code IMPOSSIBLE}
 * @param reason why the instance can have no change at all; present exactly when it is {@code REFUSED}
 */
public record ChangeCheck(
        Verdict verdict, @Nullable String why, @Nullable Reason reason) {

    public ChangeCheck {
        if ((verdict == Verdict.IMPOSSIBLE) == (why == null) || (verdict == Verdict.REFUSED) == (reason == null)) {
            throw new IllegalArgumentException(
                    "%s with the words %s and the reason %s".formatted(verdict, why, reason));
        }
    }

    /** What there is to say. */
    public enum Verdict {
        POSSIBLE,
        IMPOSSIBLE,
        /** The instance can have no change at all: nobody knows it, it was released, or it failed for good. */
        REFUSED,
        /** The product did not answer in time, or not in a way that can be understood. */
        UNDECIDED
    }

    public static ChangeCheck possible() {
        return new ChangeCheck(Verdict.POSSIBLE, null, null);
    }

    /** The product says no, in words for the customer. */
    public static ChangeCheck impossible(String why) {
        return new ChangeCheck(Verdict.IMPOSSIBLE, why, null);
    }

    public static ChangeCheck refused(Reason reason) {
        return new ChangeCheck(Verdict.REFUSED, null, reason);
    }

    public static ChangeCheck undecided() {
        return new ChangeCheck(Verdict.UNDECIDED, null, null);
    }

    /**
     * The question.
     *
     * @param kind instances of the other kind are unknown here
     * @param quantity purchased quantity of a linear attribute, where the product has one
     */
    public record Question(
            InstanceKind kind,
            String instanceId,
            @Nullable String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) {}
}

package io.koobridge.events.inquiry;

import io.koobridge.events.instance.InstanceKind;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/instances:check}: whether an instance could become another product (saas-v2 §6.6).
 * Nothing is changed by asking.
 *
 * @param why in the product's words, for the customer who may not have the change; present exactly when it is
 *     {@code IMPOSSIBLE}
 */
public record ChangeCheck(Verdict verdict, @Nullable String why) {

    public ChangeCheck {
        if ((verdict == Verdict.IMPOSSIBLE) == (why == null)) {
            throw new IllegalArgumentException("%s with the reason %s".formatted(verdict, why));
        }
    }

    /** What there is to say. */
    public enum Verdict {
        POSSIBLE,
        IMPOSSIBLE,
        /** No instance has this id, it was released, or it failed for good. */
        UNKNOWN_INSTANCE,
        /** The product did not answer in time, or not in a way that can be understood. */
        UNDECIDED
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

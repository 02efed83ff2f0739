package io.koobridge.license.domain.code;

import org.jspecify.annotations.Nullable;

/**
 * What a code stands for, as far as the marketplace told.
 *
 * @param amount the quantity that was bought
 */
public record Bought(
        @Nullable String productId,
        @Nullable Long amount,
        @Nullable String orderId) {

    public static final Bought UNTOLD = new Bought(null, null, null);

    /** What is told newly counts; what is not told stays as it was. */
    Bought with(Bought newer) {
        return new Bought(
                newer.productId == null ? productId : newer.productId,
                newer.amount == null ? amount : newer.amount,
                newer.orderId == null ? orderId : newer.orderId);
    }
}

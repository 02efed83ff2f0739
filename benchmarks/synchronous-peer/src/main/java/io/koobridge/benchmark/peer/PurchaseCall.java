package io.koobridge.benchmark.peer;

import org.jspecify.annotations.Nullable;

/** {@code newInstance} (saas-v2 §3.1). */
record PurchaseCall(
        @Nullable String activity,
        @Nullable String businessId,
        @Nullable String orderId,
        @Nullable String orderLineId) {

    boolean isComplete() {
        return "newInstance".equals(activity) && orderId != null && orderLineId != null;
    }
}

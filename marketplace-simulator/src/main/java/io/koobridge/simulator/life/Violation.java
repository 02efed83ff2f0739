package io.koobridge.simulator.life;

import java.time.Instant;

/** A promise of the protocol that the seller broke. */
public record Violation(Instant at, Kind kind, String orderId, String detail) {
    public enum Kind {
        /** One order line must always get the same instance id (saas-v2 §3.4). */
        OTHER_INSTANCE_FOR_SAME_ORDER_LINE,
        /** An instance id must be unique among all orders (saas-v2 §3.3). */
        SAME_INSTANCE_FOR_OTHER_ORDER,
        /** V1's {@code userName} or {@code password} cannot be decrypted, or is too long (saas-v1 §3.1). */
        CREDENTIALS_UNREADABLE,
        /** One application gets one licence, however often it is uploaded (license §3.5). */
        OTHER_LICENSE_FOR_SAME_APPLICATION,
        /** One order of License V1 gets one licence (license §7). */
        OTHER_LICENSE_FOR_SAME_ORDER,
        /** More applications were accepted than all orders of the instance bought (license §3.5). */
        MORE_LICENSES_THAN_BOUGHT,
        /** A licence came for an application that the seller refused. */
        UPLOAD_AFTER_REFUSAL,
        /** An upload was not written as license §5.1 says. */
        UPLOAD_MALFORMED,
        /** A call that was wrong on purpose got another answer than the protocol and the seller's contract say. */
        FAULT_NOT_ANSWERED_AS_EXPECTED
    }
}

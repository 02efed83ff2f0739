package io.koobridge.events;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;

/** Fact ids (design §4): equal for what the protocol calls the same happening, different for everything else. */
public final class FactIds {

    private static final int LENGTH = 40;

    private FactIds() {}

    /** A purchase is the same one whoever repeats it, under whatever {@code businessId}. */
    public static String ofPurchase(InstanceKind kind, OrderKey order) {
        return ofOrder("purchase", kind, order);
    }

    /**
     * A call that carries an order is the same happening whenever the order is the same, whoever repeats it.
     *
     * @param happening what the protocol calls it, for example {@code purchase}
     */
    public static String ofOrder(String happening, InstanceKind kind, OrderKey order) {
        return Identifiers.digest(LENGTH, "order", happening, kind.name(), order.canonical());
    }

    /** A change of the term is the same one when order, reason and end are (design §4, "Expiry"). */
    public static String ofTerm(String instanceId, TermChange change, OrderKey order, Instant expiresAt) {
        return Identifiers.digest(LENGTH, "term", instanceId, change.name(), order.canonical(), expiresAt.toString());
    }

    /** An order upgrades an instance once. */
    public static String ofUpgrade(String instanceId, OrderKey order) {
        return Identifiers.digest(LENGTH, "upgrade", instanceId, order.canonical());
    }

    /** An order releases an instance once; a release without an order is known by its call alone. */
    public static String ofRelease(String instanceId, OrderKey order) {
        return Identifiers.digest(LENGTH, "release", instanceId, order.canonical());
    }

    /**
     * A call that only sets a state has no identity but its own signature: FREEZE, UNFREEZE, FREEZE are three facts.
     *
     * @param dialect name of the conversation, for example {@code saas-v2}
     * @param keyId the key that verified the call
     * @param timestamp as received, as text
     */
    public static String ofCall(String dialect, String keyId, String nonce, String timestamp) {
        return Identifiers.digest(LENGTH, "call", dialect, keyId, nonce, timestamp);
    }

    /**
     * The same in an edition without a nonce: its token is what no two calls share (saas-v1 §7.1).
     *
     * @param dialect name of the conversation, for example {@code saas-v1}
     * @param keyId the key that verified the call
     * @param token as received, decoded
     */
    public static String ofToken(String dialect, String keyId, String token) {
        return Identifiers.digest(LENGTH, "token", dialect, keyId, token);
    }

    /**
     * A part of what one call told.
     *
     * @param callId of the call
     * @param number from 1
     */
    public static String ofPart(String callId, int number) {
        return Identifiers.digest(LENGTH, "part", callId, Integer.toString(number));
    }

    /** An order line is notified once, however often the marketplace calls (order-notification §7). */
    public static String ofNotification(String orderId, String orderLineId) {
        return Identifiers.digest(LENGTH, "notification", orderId, orderLineId);
    }

    /** What a look-up taught about an order: one fact for each fact that caused a look-up. */
    public static String learned(String causingFactId, OrderKey order) {
        return Identifiers.digest(LENGTH, "learned", causingFactId, order.canonical());
    }
}

package io.koobridge.events;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;

/**
 * Instance ids (design §4): {@code kb}, 32 characters of hash, 4 check characters; 38 in all, of at most 64 that the
 * marketplace takes. The same order always gives the same id without a look-up, and an id of this form can be told from
 * one that was never ours.
 */
public final class InstanceIds {

    private static final String PREFIX = "kb";
    private static final int HASH = 32;
    private static final int CHECK = 4;

    private InstanceIds() {}

    /**
     * The id of an order's instance.
     *
     * @param seller the setting {@code koobridge.seller-id}; ids of two sellers never meet
     */
    public static String derive(String seller, InstanceKind kind, OrderKey order) {
        var hash = Identifiers.digest(
                HASH,
                "instance",
                seller,
                kind.name(),
                order.orderId(),
                order.lineId().orElse(""),
                order.product().orElse(""));
        return PREFIX + hash + check(hash);
    }

    /** Whether the suite could have made this id; says nothing about whether such an instance exists. */
    public static boolean isDerived(String id) {
        if (id.length() != PREFIX.length() + HASH + CHECK || !id.startsWith(PREFIX)) {
            return false;
        }
        var hash = id.substring(PREFIX.length(), PREFIX.length() + HASH);
        return id.endsWith(check(hash));
    }

    private static String check(String hash) {
        return Identifiers.digest(CHECK, "check", hash);
    }
}

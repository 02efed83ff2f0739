package io.koobridge.provisioning.domain;

/** What an order does, by the word of the order query (usage-and-open-api §6.2); and so, which call belongs to it. */
public enum OrderKind {
    /** Makes an instance: one should own the order. */
    PURCHASE,
    /** Is about an instance that exists: some call about it should have named the order. */
    CHANGE,
    /** A word that came later than this release. Nobody knows which call belongs to it. */
    OTHER;

    /** The kind of an order of this type. */
    public static OrderKind of(String orderType) {
        return switch (orderType) {
            case "NEW", "TRIAL" -> PURCHASE;
            case "TRIAL_TO_FORMAL", "RENEW", "CHANGE", "UNSUBSCRIBE" -> CHANGE;
            default -> OTHER;
        };
    }
}

package io.koobridge.events.order;

/** Whether the calls that belong to an order came, too. */
public enum Comparison {
    /** Not compared yet: both channels can be the first to tell of an order, and they get some hours. */
    PENDING,
    /** An instance owns the order, or a call about an instance named it. */
    KNOWN,
    /** It should be known, and is not: a call was lost, or a product is bound to another address. */
    UNKNOWN,
    /** It is not known and need not be: KooBridge serves no instance of what was sold. */
    NOT_EXPECTED
}

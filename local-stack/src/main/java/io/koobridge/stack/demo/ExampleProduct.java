package io.koobridge.stack.demo;

/** What the demo knows of the example product that it plays with (docs/product-contract.md). */
final class ExampleProduct {

    /** More seats than it has. */
    static final int TOO_MANY = 5_000;

    /** Fewer seats than the buyer in the demo uses. */
    static final int TOO_FEW = 1;

    static final int USED = 2;

    /** Of every tenant's first account. */
    static final String USER_NAME = "admin";

    /** Why it cannot have too many. */
    static final String TOO_MANY_SAID = "There are at most ";

    /** Why it cannot have too few. */
    static final String TOO_FEW_SAID = USED + " seats are in use, so " + TOO_FEW + " are too few.";

    /** How the gateway says no to a change (saas-v2 §6.6). */
    static final String CHANGE_IMPOSSIBLE = "000005";

    private ExampleProduct() {}
}

package io.koobridge.simulator.market;

/** One extension field of an order, as the seller defined it at publishing (saas-v1 §7.6). */
public record Extension(String name, String value) {
    private static final int LONGEST = 1000;

    public Extension {
        if (name.isBlank() || name.length() > LONGEST || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an extension field needs a name, and name and value have at most " + LONGEST + " characters");
        }
    }
}

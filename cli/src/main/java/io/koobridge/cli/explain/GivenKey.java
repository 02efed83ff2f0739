package io.koobridge.cli.explain;

/**
 * An access key that somebody gave to explain with.
 *
 * @param id how the report names it
 * @param secret as it was given, blanks included; never shown
 * @param expected whether the address is configured with it; otherwise it belongs to another interface type or address
 */
public record GivenKey(String id, String secret, boolean expected) {

    String trimmed() {
        return secret.strip();
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "GivenKey[id=%s, secret=***, expected=%s]".formatted(id, expected);
    }
}

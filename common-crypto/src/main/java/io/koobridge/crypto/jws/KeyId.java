package io.koobridge.crypto.jws;

import java.util.regex.Pattern;

/** What a key is called where it signed; short, because it stands in every licence. */
public final class KeyId {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private KeyId() {}

    /**
     * The same text. It is not repeated where it is refused: it may be a key that was put into the wrong place.
     *
     * @throws IllegalArgumentException unless it has 1 to 32 characters of {@code A-Z a-z 0-9 . _ -}
     */
    public static String checked(String kid) {
        if (!FORM.matcher(kid).matches()) {
            throw new IllegalArgumentException(
                    "a key's kid has 1 to 32 characters of A-Z, a-z, 0-9, '.', '_' and '-', and this one has not");
        }
        return kid;
    }
}

package io.koobridge.runtime.identity;

import java.util.regex.Pattern;

/**
 * Whose installation this is: {@code koobridge.seller-id}, a part of every instance id (design §4), so it never changes.
 *
 * @param value 1 to 32 characters of {@code [a-z0-9-]}
 */
public record SellerId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");

    public SellerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "koobridge.seller-id must be 1 to 32 characters of a-z, 0-9 and '-', is '%s'".formatted(value));
        }
    }
}

package io.koobridge.gateway.dialect.saas;

import java.util.regex.Pattern;

/** The product's own words as a {@code resultMsg}: at most 255 characters, no control characters, no halves of characters, never nothing. */
final class ProductWords {

    private static final int LONGEST = 255;

    /** What moves a cursor or begins a line, also by Unicode's own characters for that; and lone surrogates. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private ProductWords() {}

    static String fit(String words) {
        // Some room for what is taken out; what comes behind it is never looked at.
        var plain = NO_TEXT.matcher(cut(words, 4 * LONGEST)).replaceAll(" ").strip();
        return plain.isEmpty() ? "the change is not possible" : cut(plain, LONGEST);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean within = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, within ? longest - 1 : longest);
    }
}

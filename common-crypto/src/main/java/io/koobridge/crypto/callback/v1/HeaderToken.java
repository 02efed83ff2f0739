package io.koobridge.crypto.callback.v1;

import java.util.Set;

/** The header {@code authToken}: the kit's examples print its value in quotation marks, one straight and one curly (saas-v1 §4). */
final class HeaderToken {

    /** The last two are the curly ones in UTF-8, as servers read headers: byte by byte. */
    private static final Set<String> QUOTES =
            Set.of("\"", "\u201c", "\u201d", "\u00e2\u0080\u009c", "\u00e2\u0080\u009d");

    private HeaderToken() {}

    /** Without white space around it and one pair of quotation marks. */
    static String unquoted(String header) {
        String value = header.strip();
        for (String opening : QUOTES) {
            for (String closing : QUOTES) {
                if (value.length() >= opening.length() + closing.length()
                        && value.startsWith(opening)
                        && value.endsWith(closing)) {
                    return value.substring(opening.length(), value.length() - closing.length());
                }
            }
        }
        return value;
    }
}

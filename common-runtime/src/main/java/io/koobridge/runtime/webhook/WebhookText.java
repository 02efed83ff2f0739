package io.koobridge.runtime.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** What a service of the seller's says, on its way into the ledger and to people. */
public final class WebhookText {

    /** What a journal, a finding and the marketplace's {@code resultMsg} have room for. */
    private static final int LONGEST = 255;

    private WebhookText() {}

    /** At most 255 characters of well-formed Unicode: half a surrogate pair could not be stored. */
    public static String sentence(@Nullable String text) {
        var whole = text == null ? "" : text;
        var cut = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        var end = cut.length();
        if (end > 0 && end < whole.length() && Character.isHighSurrogate(cut.charAt(end - 1))) {
            cut = cut.substring(0, end - 1);
        }
        return new String(cut.getBytes(UTF_8), UTF_8);
    }

    /** Whether it can be stored as it is. */
    public static boolean wellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}

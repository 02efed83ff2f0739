package io.koobridge.runtime.openapi;

import java.util.regex.Pattern;

/** Takes keys and signatures out of what the marketplace says, and keeps it to one line. */
final class Mask {

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(signature\\W{1,3})[0-9a-z+/=]{20,}");
    private static final int LONGEST = 4_000;

    private final String accessKey;
    private final String secretKey;

    Mask(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    String hide(String text) {
        var shown = text.substring(0, Math.min(text.length(), LONGEST))
                .replace(secretKey, "***")
                .replace(accessKey, "***");
        return SIGNATURE.matcher(shown).replaceAll("$1***").replaceAll("\\p{Cntrl}+", " ");
    }
}

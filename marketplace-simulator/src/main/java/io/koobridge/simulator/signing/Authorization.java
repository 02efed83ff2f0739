package io.koobridge.simulator.signing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Authorization} header of SDK-HMAC-SHA256 (usage-and-open-api §7.1, step 5). */
record Authorization(String accessKey, List<String> signedHeaders, String signature) {
    private static final Pattern FORM = Pattern.compile(
            "SDK-HMAC-SHA256 Access=([^,\\s]+), ?SignedHeaders=([a-z0-9;_-]+), ?Signature=([0-9a-f]{64})");

    static @Nullable Authorization parse(@Nullable String header) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        return form.matches()
                ? new Authorization(form.group(1), List.of(form.group(2).split(";")), form.group(3))
                : null;
    }
}

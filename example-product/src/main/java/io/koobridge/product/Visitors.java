package io.koobridge.product;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The product's own sessions: what is known of a browser, under a cookie that nobody guesses. The newest thousand, in memory. */
final class Visitors {

    private static final int MOST = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Visitor> known = new LinkedHashMap<>();

    /**
     * A browser.
     *
     * @param nonce of the login that it began; absent: it began none
     * @param user what KooBridge said of its user; absent: nobody is logged in
     */
    record Visitor(@Nullable String nonce, @Nullable Map<?, ?> user) {}

    synchronized @Nullable Visitor find(@Nullable String cookie) {
        return cookie == null ? null : known.get(cookie);
    }

    /** Under a new cookie each time: nobody can have planted it. */
    synchronized String keep(Visitor visitor) {
        var cookie = token();
        known.put(cookie, visitor);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return cookie;
    }

    synchronized void forget(@Nullable String cookie) {
        if (cookie != null) {
            known.remove(cookie);
        }
    }

    String token() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

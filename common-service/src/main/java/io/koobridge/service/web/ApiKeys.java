package io.koobridge.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may come in at a public door. A new key is added, given to the software, and the old one is taken away. */
public final class ApiKeys {

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;
    private static final int LONGEST = 512;

    private final List<ApiKey> keys;

    /**
     * The keys of one door.
     *
     * @param setting that lists them
     * @param keys none: nobody may come in
     */
    public ApiKeys(String setting, List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
        var ids = new HashSet<String>();
        keys.forEach(key -> {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("%s lists %s twice".formatted(setting, key.id()));
            }
        });
    }

    public List<String> ids() {
        return keys.stream().map(ApiKey::id).toList();
    }

    /** The id of the key that an {@code Authorization} header shows. Takes the same time whichever it is. */
    public Optional<String> admitted(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var shown = authorization.substring(BEARER.length()).strip();
        if (shown.length() < SHORTEST || shown.length() > LONGEST) {
            return Optional.empty();
        }
        var digest = sha256(shown);
        var admitted = Optional.<String>empty();
        for (var key : keys) {
            if (MessageDigest.isEqual(key.digest(), digest)) {
                admitted = Optional.of(key.id());
            }
        }
        return admitted;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

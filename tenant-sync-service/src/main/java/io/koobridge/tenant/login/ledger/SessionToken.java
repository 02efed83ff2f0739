package io.koobridge.tenant.login.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.tenant.login.domain.Person;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What shows that somebody owns a session: its place, and a secret of which the store has a digest alone. Where a user's sessions are follows from
 * who he is, so that he never has more than there are places for him, and each is found by its id.
 */
record SessionToken(String place, String secret) {

    static final int MOST_PLACES = 100;

    private static final int OWNER = 22;
    private static final int PLACE = OWNER + 2;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}[0-9]{2}[A-Za-z0-9_-]{32,64}");

    static String place(String application, Person person, int number) {
        var owner = base64(sha256(application + '\n' + person.tenantId() + '\n' + person.userName()))
                .substring(0, OWNER);
        return "%s%02d".formatted(owner, number);
    }

    /** @param secrets unguessable, 32 to 64 characters of base64url */
    static SessionToken fresh(String place, Supplier<String> secrets) {
        return new SessionToken(place, secrets.get());
    }

    static Optional<SessionToken> of(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new SessionToken(text.substring(0, PLACE), text.substring(PLACE)))
                : Optional.empty();
    }

    String text() {
        return place + secret;
    }

    /** As the store has it. */
    String digest() {
        return digest(secret);
    }

    static String digest(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "SessionToken[%s]".formatted(place);
    }
}

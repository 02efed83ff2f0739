package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who logged in through KooBridge: a JWT, checked by the keys that KooBridge publishes. A library does all of this; here are the few lines that it
 * comes to.
 */
final class Login {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final Duration KEYS_LAST = Duration.ofHours(1);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Options.Login options;
    private Keys keys = new Keys(Instant.EPOCH, Map.of());
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What KooBridge publishes, and since when that is known. */
    private record Keys(Instant read, Map<String, PublicKey> byId) {

        @Nullable PublicKey find(String kid, Instant now) {
            return now.isBefore(read.plus(KEYS_LAST)) ? byId.get(kid) : null;
        }
    }

    Login(Options.Login options) {
        this.options = options;
    }

    /** Where a browser logs in. The nonce comes back in the identity, and tells this login from any other. */
    URI begin(String returnAddress, String nonce) {
        return URI.create("%s/login/%s?return=%s&nonce=%s"
                .formatted(
                        options.url(),
                        options.application(),
                        ExampleProduct.encoded(returnAddress),
                        ExampleProduct.encoded(nonce)));
    }

    /** Where a browser logs out, by a form with the session's {@code sid}. */
    URI logout() {
        return URI.create("%s/login/%s/logout".formatted(options.url(), options.application()));
    }

    /**
     * What KooBridge says of a user.
     *
     * @throws IllegalArgumentException saying why it is not KooBridge that says so, or not to this product, or not now
     */
    Map<?, ?> identity(String jwt, Instant now) throws IOException, InterruptedException {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("this is no JWT");
        }
        var header = members(parts[0]);
        if (!"ES256".equals(header.get("alg")) || !(header.get("kid") instanceof String kid)) {
            throw new IllegalArgumentException("an identity is signed with ES256, by a key with a kid");
        }
        if (!signed(key(kid, now), parts)) {
            throw new IllegalArgumentException("the signature is not KooBridge's");
        }
        var claims = members(parts[1]);
        if (!options.issuer().equals(claims.get("iss"))
                || !options.application().equals(audience(claims.get("aud")))) {
            throw new IllegalArgumentException("iss or aud is another one's");
        }
        if (!(claims.get("exp") instanceof BigDecimal end)
                || now.minus(CLOCKS_DIFFER).getEpochSecond() >= end.longValue()) {
            throw new IllegalArgumentException("it is too old");
        }
        return claims;
    }

    /** Whether it ended: then KooBridge is asked before anybody is let in by it. */
    static boolean ended(Map<?, ?> identity, Instant now) {
        return !(identity.get("exp") instanceof BigDecimal end) || now.getEpochSecond() >= end.longValue();
    }

    /** Whether logins are taken that this product did not begin. */
    boolean fromWorkbench() {
        return options.fromWorkbench();
    }

    /** Whether its pages are another site's, as far as a browser that came from there is concerned. */
    boolean isElsewhere() {
        return options.url().startsWith("https://");
    }

    private static @Nullable Object audience(@Nullable Object aud) {
        return aud instanceof List<?> several && several.size() == 1 ? several.getFirst() : aud;
    }

    private static Map<?, ?> members(String part) {
        return Json.read(new String(Base64.getUrlDecoder().decode(part), UTF_8)) instanceof Map<?, ?> members
                ? members
                : Map.of();
    }

    private static boolean signed(PublicKey key, String[] parts) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** All are read anew when one is not known yet, for keys change, and after an hour: one that is not published any more is worth nothing. */
    private synchronized PublicKey key(String kid, Instant now) throws IOException, InterruptedException {
        if (keys.find(kid, now) == null) {
            keys = new Keys(now, published());
        }
        var known = keys.find(kid, now);
        if (known == null) {
            throw new IllegalArgumentException("KooBridge publishes no key of this kid");
        }
        return known;
    }

    private Map<String, PublicKey> published() throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(options.url() + "/login/jwks.json")));
        if (answer.statusCode() != 200
                || !(Json.read(answer.body()) instanceof Map<?, ?> members)
                || !(members.get("keys") instanceof List<?> listed)) {
            throw new IOException("KooBridge publishes no keys");
        }
        var found = new HashMap<String, PublicKey>();
        for (var each : listed) {
            if (each instanceof Map<?, ?> jwk && jwk.get("kid") instanceof String kid) {
                found.put(kid, publicKey(jwk));
            }
        }
        return found;
    }

    private static PublicKey publicKey(Map<?, ?> jwk) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(jwk.get("x")), number(jwk.get("y")));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("KooBridge's key is none of P-256", e);
        }
    }

    private static BigInteger number(@Nullable Object base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(base64)));
    }

    /** A new identity while the session lasts; null when the user has to log in again. */
    @Nullable String renew(String sid) throws IOException, InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create("%s/login/%s/sessions/%s:renew"
                        .formatted(options.url(), options.application(), ExampleProduct.encoded(sid))))
                .header("Authorization", "Bearer " + options.apiKey())
                .POST(HttpRequest.BodyPublishers.noBody()));
        return switch (answer.statusCode()) {
            case 200 ->
                Json.read(answer.body()) instanceof Map<?, ?> members && members.get("identity") instanceof String jwt
                        ? jwt
                        : null;
            case 401, 403 -> null;
            default -> throw new IOException("KooBridge answered " + answer.statusCode());
        };
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.calling.KitPost.Sealed;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.signing.KitSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes and signs calls of the kit. The clock is real time. */
final class Stationery {
    private static final long TOO_OLD = 65_000;

    private final URI gateway;
    private final Supplier<String> nonces;
    private final Clock clock;

    Stationery(URI gateway, Supplier<String> nonces, Clock clock) {
        this.gateway = gateway;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * A call before it is signed.
     *
     * @param nonce of V2; null: a new one
     */
    record Draft(
            Profile profile,
            KitSettings.Keys keys,
            Interface to,
            Map<String, Object> body,
            @Nullable String nonce) {}

    String nonce() {
        return nonces.get();
    }

    Sealed seal(Draft draft, @Nullable KitFault fault) {
        Edition edition = draft.profile().edition();
        String url = gateway.toString().replaceAll("/+$", "")
                + draft.profile().path()
                + draft.to().path(edition);
        String text = Json.text(draft.body());
        String sent = fault == KitFault.TAMPERED ? text.replaceFirst("\"tenantId\":\"", "\"tenantId\":\"x") : text;
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
        return edition == Edition.V1
                ? new Sealed(url, token(draft, fault), bytes, draft.keys().v1())
                : new Sealed(url, signature(draft, fault, text), bytes, null);
    }

    private static Map<String, String> token(Draft draft, @Nullable KitFault fault) {
        if (fault == KitFault.UNSIGNED) {
            return Map.of();
        }
        String key = key(draft.keys().v1(), fault);
        String timeStamp = String.valueOf(draft.body().get("timeStamp"));
        String token = KitSignature.token(key, timeStamp, Json.parameters(draft.body()));
        return Map.of("authToken", fault == KitFault.QUOTED ? '"' + token + '"' : token);
    }

    private Map<String, String> signature(Draft draft, @Nullable KitFault fault, String text) {
        String key = key(draft.keys().v2(), fault);
        String nonce = draft.nonce() == null ? nonce() : draft.nonce();
        String timestamp = String.valueOf(clock.millis() + skew(fault));
        String payload =
                switch (fault) {
                    case SIGNED_AS_SENT -> text;
                    case SIGNED_SORTED_WITHIN -> Json.payloadSortedWithin(draft.body());
                    case SIGNED_WITH_NULLS -> Json.payloadWithNulls(draft.body());
                    case null, default -> Json.payload(draft.body());
                };
        String sign = fault == KitFault.INNER_HASH
                ? KitSignature.withInnerHash(key, timestamp, nonce, payload)
                : KitSignature.sign(key, timestamp, nonce, payload);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-timestamp", timestamp);
        if (fault != KitFault.NO_NONCE) {
            headers.put("x-nonce", nonce);
        }
        if (fault != KitFault.UNSIGNED) {
            headers.put("x-sign", fault == KitFault.LOWER_CASE ? sign.toLowerCase(Locale.ROOT) : sign);
        }
        return headers;
    }

    private static long skew(@Nullable KitFault fault) {
        return switch (fault) {
            case STALE -> -TOO_OLD;
            case FUTURE -> TOO_OLD;
            case null, default -> 0;
        };
    }

    private static String key(String honest, @Nullable KitFault fault) {
        return fault == KitFault.WRONG_KEY ? "not-" + honest : honest;
    }
}

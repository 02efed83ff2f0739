package io.koobridge.simulator.calling;

import io.koobridge.simulator.signing.BodySign;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call and its answer, as the record shows it. Bodies are cut at {@value #BODY_KEPT} characters.
 *
 * @param orderId null where a call is about several orders
 * @param at real time
 * @param verdict one word: what the marketplace made of it
 */
public record Call(
        Direction direction,
        String name,
        @Nullable String orderId,
        Instant at,
        long millis,
        String url,
        @Nullable String requestBody,
        @Nullable Integer httpStatus,
        @Nullable String responseBody,
        @Nullable BodySign bodySign,
        String verdict,
        @Nullable String reason) {
    private static final int BODY_KEPT = 2000;

    public enum Direction {
        TO_SELLER,
        FROM_SELLER
    }

    public static @Nullable String kept(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        String text = new String(body, 0, Math.min(body.length, 4 * BODY_KEPT), StandardCharsets.UTF_8);
        return text.length() > BODY_KEPT ? text.substring(0, BODY_KEPT) + "…" : text;
    }
}

package io.koobridge.simulator.calling;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.signing.BodySign;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call and its answer, as the record shows it. Bodies are cut at {@value #BODY_KEPT} characters.
 *
 * @param at real time
 */
public record Call(
        Direction direction,
        @JsonUnwrapped About about,
        Instant at,
        long millis,
        @JsonUnwrapped Request request,
        @JsonUnwrapped Response response,
        @JsonUnwrapped Judged judged) {
    private static final int BODY_KEPT = 2000;

    public enum Direction {
        TO_SELLER,
        FROM_SELLER
    }

    /**
     * What a call is about.
     *
     * @param name the activity
     * @param orderId of the step's own order, else of the purchase; null where a call is about several
     * @param purchase order id of the purchase
     */
    public record About(
            String name,
            @Nullable String orderId,
            @Nullable String purchase,
            @Nullable String instanceId) {}

    public record Request(
            String url, String requestLine, @Nullable String requestBody) {}

    public record Response(
            @Nullable Integer httpStatus,
            @Nullable String responseBody,
            @Nullable BodySign bodySign) {}

    /**
     * What became of it.
     *
     * @param resultCode the code inside the answer
     * @param verdict one word: what the marketplace made of it
     */
    public record Judged(
            @Nullable String resultCode,
            String verdict,
            @Nullable String reason,
            @Nullable String fault,
            @Nullable String expected,
            @Nullable Boolean asExpected) {

        static Judged of(@Nullable String resultCode, String verdict, @Nullable String reason) {
            return new Judged(resultCode, verdict, reason, null, null, null);
        }

        Judged with(Attempt.@Nullable Wrong wrong) {
            return wrong == null
                    ? this
                    : new Judged(resultCode, verdict, reason, wrong.fault(), wrong.expected(), wrong.asExpected());
        }

        /** Of a call from the seller. */
        public static Judged answered(String code, boolean good, @Nullable String reason, @Nullable String fault) {
            return new Judged(code, good ? "ANSWERED" : "REFUSED", reason, fault, null, null);
        }
    }

    /** A page that a buyer's browser saw. */
    public record Visited(
            String url,
            @Nullable Integer status,
            String page,
            String verdict,
            @Nullable String reason) {}

    public static Call visited(About about, Instant at, long millis, Visited seen) {
        return new Call(
                Direction.TO_SELLER,
                about,
                at,
                millis,
                new Request(seen.url(), "GET " + seen.url() + " HTTP/1.1", null),
                new Response(seen.status(), kept(seen.page().getBytes(StandardCharsets.UTF_8)), null),
                Judged.of(null, seen.verdict(), seen.reason()));
    }

    public static @Nullable String kept(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        String text = new String(body, 0, Math.min(body.length, 4 * BODY_KEPT), StandardCharsets.UTF_8);
        return text.length() > BODY_KEPT ? text.substring(0, BODY_KEPT) + "…" : text;
    }
}

package io.koobridge.runtime.openapi;

import io.koobridge.runtime.outside.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What became of a call to the marketplace, decided by code and not by HTTP status (usage-and-open-api §2.6, §6.3, §8). */
public sealed interface OpenApiAnswer extends Verdict {

    /** The code says success. */
    record Success(JsonNode body) implements OpenApiAnswer {}

    /**
     * The marketplace understood the call and said no.
     *
     * @param code the part after the dot, without blanks: {@code 0250} for {@code MKT.0250}, {@code CBC.0250} and {@code MKT. 0250};
     *     the whole code where there is no dot (licence calls, §9.5)
     * @param message at most 300 characters, for operators
     * @param body may say more, a list of what failed for example; never for logs
     */
    record Refused(String code, String message, JsonNode body) implements OpenApiAnswer {

        /** Nothing but that. */
        public Refused(String code, String message) {
            this(code, message, MissingNode.getInstance());
        }

        /** Without the body, which nobody masked. */
        @Override
        public String toString() {
            return "Refused[code=%s, message=%s]".formatted(code, message);
        }
    }

    /**
     * The gateway before the marketplace answered.
     *
     * @param code with its prefix, for example {@code APIGW.0301}; absent when somebody else in between answered
     * @param message at most 300 characters, for operators, with the gateway's request id
     */
    record GatewayRefused(int httpStatus, @Nullable String code, String message) implements OpenApiAnswer {}

    /**
     * There was no answer that could be read.
     *
     * @param certainNotProcessed the marketplace never saw the call, so it may be made again whatever it does
     */
    record Unavailable(String why, boolean certainNotProcessed) implements OpenApiAnswer {}

    /**
     * Whether the same call, signed again, may succeed later (§2.6, §6.4, §8). False for a success, and for refusals that only a person can change: wrong
     * keys, wrong parameters, something unknown.
     */
    default boolean worthRepeating() {
        return switch (this) {
            case Success _ -> false;
            case Refused refused -> Passing.refusal(refused);
            case GatewayRefused refused -> Passing.refusal(refused);
            case Unavailable _ -> true;
        };
    }

    @Override
    default String outcome() {
        return switch (this) {
            case Success _ -> "answered";
            case Refused _ -> "refused";
            case GatewayRefused _ -> "gateway_refused";
            case Unavailable _ -> "unreadable";
        };
    }

    @Override
    default @Nullable String detail() {
        return switch (this) {
            case Success _ -> null;
            case Refused(var code, var message, var _) -> code + " " + message;
            case GatewayRefused(var status, var code, var message) ->
                code == null ? status + " " + message : status + " " + code + " " + message;
            case Unavailable unavailable -> unavailable.why();
        };
    }
}

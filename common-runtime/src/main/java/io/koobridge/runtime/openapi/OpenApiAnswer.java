package io.koobridge.runtime.openapi;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of a call to the marketplace, decided by code and not by HTTP status (usage-and-open-api §2.6, §6.3, §8). */
public sealed interface OpenApiAnswer {

    /** The code says success. */
    record Success(JsonNode body) implements OpenApiAnswer {}

    /**
     * The marketplace understood the call and said no.
     *
     * @param code the part after the dot, without blanks: {@code 0250} for {@code MKT.0250}, {@code CBC.0250} and {@code MKT. 0250};
     *     the whole code where there is no dot (licence calls, §9.5)
     */
    record Refused(String code, String message) implements OpenApiAnswer {}

    /**
     * The gateway before the marketplace answered.
     *
     * @param code with its prefix, for example {@code APIGW.0301}; absent when somebody else in between answered
     */
    record GatewayRefused(int httpStatus, @Nullable String code, String message) implements OpenApiAnswer {}

    /**
     * There was no answer that could be read.
     *
     * @param certainNotProcessed the marketplace never saw the call, so it may be made again whatever it does
     */
    record Unavailable(String why, boolean certainNotProcessed) implements OpenApiAnswer {}
}

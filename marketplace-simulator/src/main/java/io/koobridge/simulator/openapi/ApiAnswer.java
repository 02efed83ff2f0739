package io.koobridge.simulator.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an open API answers.
 *
 * @param code the code inside the body, for the record
 * @param body null for none; a text is written as it is
 */
record ApiAnswer(
        int status, String code, String message, @Nullable Object body, String contentType) {
    private static final String JSON = "application/json";

    private record GatewayError(
            @JsonProperty("error_code") String errorCode,
            @JsonProperty("error_msg") String errorMsg,
            @JsonProperty("request_id") String requestId) {}

    /** The gateway's own form of an error, which is not that of the services behind it (usage-and-open-api §8). */
    static ApiAnswer gatewayError(int status, String code, String message, String requestId) {
        return new ApiAnswer(status, code, message, new GatewayError(code, message, requestId), JSON);
    }

    private record ServiceError(
            @JsonProperty("error_code") String errorCode,
            @JsonProperty("error_msg") String errorMsg) {}

    /** The form of the licence interfaces (license §5.1, §5.3). */
    static ApiAnswer error(int status, String code, String message) {
        return of(status, code, message, new ServiceError(code, message));
    }

    static ApiAnswer of(int status, String code, String message, Object body) {
        return new ApiAnswer(status, code, message, body, JSON);
    }

    static ApiAnswer failure(int status, String code, String message) {
        return new ApiAnswer(status, code, message, new OrderAnswer(code, message, null, null), JSON);
    }

    /** For the codes whose answers also carry {@code extra_info} (usage-and-open-api §2.6). */
    static ApiAnswer failureAbout(String subject, int status, String code, String message) {
        return new ApiAnswer(status, code, message, new OrderAnswer(code, message, null, List.of(subject)), JSON);
    }

    /** A business error may come with 200; what succeeded ends in zeros. */
    boolean good() {
        return status == 200 && code.endsWith("0000");
    }

    static ApiAnswer success(OrderAnswer answer) {
        return new ApiAnswer(200, answer.resultCode(), answer.resultMsg(), answer, JSON);
    }

    static ApiAnswer bare(int status) {
        return new ApiAnswer(status, String.valueOf(status), "no body", null, JSON);
    }

    static ApiAnswer page(String html) {
        return new ApiAnswer(200, "200", "not JSON", html, "text/html");
    }
}

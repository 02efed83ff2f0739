package io.koobridge.runtime.openapi;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.openapi.OpenApiAnswer.GatewayRefused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Refused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Success;
import io.koobridge.runtime.openapi.OpenApiAnswer.Unavailable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads both spellings of codes everywhere (usage-and-open-api §10.7), with any prefix and with blanks inside (§6.3). Messages
 * are masked and bounded before anybody sees them.
 */
final class AnswerReader {

    private static final String GATEWAY = "APIGW.";
    private static final Set<String> SUCCESS = Set.of("0000", "92020000");
    private static final int LONGEST_MESSAGE = 300;

    private final Mask mask;

    AnswerReader(Mask mask) {
        this.mask = mask;
    }

    /** Reads likewise, and hides these too. */
    AnswerReader hiding(Map<String, String> names) {
        return new AnswerReader(mask.with(names));
    }

    OpenApiAnswer read(int httpStatus, byte[] body) {
        var json = parse(body);
        var code = text(json, "resultCode", "error_code").replaceAll("\\s", "");
        var message = bounded(text(json, "resultMsg", "error_msg"));
        if (code.startsWith(GATEWAY)) {
            return new GatewayRefused(httpStatus, code, message + request(json));
        }
        if (code.isEmpty()) {
            return httpStatus / 100 == 2
                    ? new Unavailable("the marketplace answered %d without a code".formatted(httpStatus), false)
                    : new GatewayRefused(httpStatus, null, message + request(json));
        }
        var number = code.substring(code.lastIndexOf('.') + 1);
        return SUCCESS.contains(number) ? new Success(json) : new Refused(number, message, json);
    }

    /** What the gateway says of a signature that it takes for wrong: its own canonical request, as one line (§7.1). */
    String explanation(byte[] body) {
        return mask.hide(text(parse(body), "error_msg"));
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            // The last two for numbers with an exponent beyond all measure.
            return MissingNode.getInstance();
        }
    }

    private static String text(JsonNode json, String... names) {
        return Stream.of(names)
                .map(name -> json.path(name).asString(""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String request(JsonNode json) {
        var id = text(json, "request_id");
        return id.isEmpty() ? "" : " (request %s)".formatted(id.substring(0, Math.min(id.length(), 64)));
    }

    private String bounded(String message) {
        var hidden = mask.hide(message);
        return hidden.substring(0, Math.min(hidden.length(), LONGEST_MESSAGE));
    }
}

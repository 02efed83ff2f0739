package io.koobridge.simulator.rules;

import io.koobridge.simulator.rules.Reply.Answered;
import io.koobridge.simulator.rules.Reply.Broken;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first half of judging, the same for every activity: can this be read as an answer at all? (saas-v2 §1.7 to 1.10, 1.13) */
public sealed interface Reading {
    JsonMapper JSON = new JsonMapper();

    /** It can; {@code ascii} says whether the body as sent was pure ASCII. */
    record Read(String resultCode, JsonNode body, boolean ascii) implements Reading {}

    record Unreadable(String reason) implements Reading {}

    static Reading of(Reply reply) {
        return of(reply, true);
    }

    /** The kit alone lets {@code resultMsg} be left out (tenant-sync §4.2). */
    static Reading ofKit(Reply reply) {
        return of(reply, false);
    }

    private static Reading of(Reply reply, boolean withMessage) {
        return switch (reply) {
            case Broken broken -> new Unreadable(broken.reason());
            case Answered answered -> of(answered, withMessage);
        };
    }

    private static Reading of(Answered answered, boolean withMessage) {
        if (answered.status() != 200) {
            return new Unreadable("HTTP status is " + answered.status() + ", not 200");
        }
        if (!isJson(answered.contentType())) {
            return new Unreadable("Content-Type is " + answered.contentType() + ", not application/json");
        }
        JsonNode body;
        try {
            body = JSON.readTree(answered.body());
        } catch (JacksonException e) {
            return new Unreadable("body is not JSON");
        }
        if (!body.isObject()) {
            return new Unreadable("body is not a JSON object");
        }
        JsonNode code = body.path("resultCode");
        JsonNode message = body.path("resultMsg");
        if (!code.isString() || (!message.isString() && (withMessage || !message.isMissingNode()))) {
            return new Unreadable((code.isString() ? "resultMsg" : "resultCode") + " is missing or not a string");
        }
        if (code.stringValue().length() > 6 || message.asString("").length() > 255) {
            return new Unreadable("resultCode or resultMsg is too long");
        }
        return new Read(code.stringValue(), body, ascii(answered.body()));
    }

    private static boolean ascii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0];
        return type.strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}

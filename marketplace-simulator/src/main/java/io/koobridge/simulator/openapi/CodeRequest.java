package io.koobridge.simulator.openapi;

import io.koobridge.simulator.signing.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a request about codes, its form checked before its content is looked at (license §5.6, 95000001 to 95000004). */
record CodeRequest(JsonNode body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_LIST = 100;

    /** The answer that a request of the wrong form gets; never leaves this package. */
    static final class Refused extends RuntimeException {
        private final transient ApiAnswer answer;

        Refused(int status, String code, String message) {
            super(message, null, false, false);
            this.answer = ApiAnswer.error(status, code, message);
        }

        ApiAnswer answer() {
            return answer;
        }
    }

    static CodeRequest of(ReceivedRequest request) {
        if (!request.method().equals("POST")) {
            throw new Refused(405, "95000002", "Request method not supported");
        }
        String type = request.header("content-type");
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new Refused(415, "95000003", "Content type not supported");
        }
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.isObject()) {
                return new CodeRequest(body);
            }
        } catch (JacksonException e) {
            // The same answer as for what is JSON and no object.
        }
        throw new Refused(400, "95000004", "req message is not readable");
    }

    static Refused invalid(String message) {
        return new Refused(400, "95000001", "req param is invalid: " + message);
    }

    String code() {
        return text(body, "license", LONGEST_CODE);
    }

    List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : list(body, "license_list")) {
            if (!code.isString()
                    || code.stringValue().isBlank()
                    || code.stringValue().length() > LONGEST_CODE) {
                throw invalid("license_list holds something that is no code");
            }
            codes.add(code.stringValue());
        }
        return List.copyOf(codes);
    }

    static JsonNode list(JsonNode object, String name) {
        JsonNode list = object.path(name);
        if (!list.isArray() || list.isEmpty() || list.size() > LONGEST_LIST) {
            throw invalid(name + " must be a list of 1 to " + LONGEST_LIST);
        }
        return list;
    }

    static String text(JsonNode object, String name, int longest) {
        String text = optional(object, name, longest);
        if (text == null || text.isBlank()) {
            throw invalid(name + " is missing");
        }
        return text;
    }

    static @Nullable String optional(JsonNode object, String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > longest) {
            throw invalid(name + " must be a string of at most " + longest + " characters");
        }
        return value.stringValue();
    }
}

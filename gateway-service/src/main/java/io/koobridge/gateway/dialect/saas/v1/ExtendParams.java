package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.gateway.dialect.json.CallJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * The fields that a seller defined when publishing: {@code saasExtendParams} is Base64 of a JSON array of names and values, encoded for the
 * query once or twice (saas-v1 §7.6). A single object and a map from name to value are taken too.
 */
final class ExtendParams {

    /** Nobody encodes more often; a text that is still full of {@code %} then is no Base64 anyway. */
    private static final int MOST_DECODINGS = 4;

    /** Of the text, once it is decoded (saas-v1 §3.1). */
    private static final int LONGEST = 2_048;

    /** That text has room for fewer; each of them is sealed and stored. */
    private static final int MOST_FIELDS = 128;

    private ExtendParams() {}

    /**
     * Name to value in the order sent, the first of a repeated name; empty when it cannot be read or is more than a call can say, which
     * fails no purchase.
     */
    static Optional<Map<String, String>> read(String value) {
        try {
            var plain = plain(value);
            if (plain.length() > LONGEST) {
                return Optional.empty();
            }
            var json = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(plain)));
            return CallJson.read(json.toString())
                    .filter(JsonNode::isContainer)
                    .map(ExtendParams::fields)
                    .filter(fields -> fields.size() <= MOST_FIELDS);
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }

    private static String plain(String value) {
        var plain = value;
        for (int times = 0; times < MOST_DECODINGS && plain.indexOf('%') >= 0; times++) {
            plain = UriUtils.decode(plain, UTF_8);
        }
        return plain.strip().replace(' ', '+');
    }

    /** Of either alphabet, with or without padding. */
    private static byte[] bytes(String base64) {
        return Base64.getDecoder()
                .decode(base64.replace('-', '+').replace('_', '/').replace("=", ""));
    }

    private static Map<String, String> fields(JsonNode json) {
        var fields = new LinkedHashMap<String, String>();
        if (json.isArray()) {
            json.forEach(element -> put(fields, element));
        } else if (json.path("name").isString() && json.has("value")) {
            put(fields, json);
        } else if (json.isObject()) {
            json.properties().forEach(member -> put(fields, member.getKey(), member.getValue()));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, JsonNode element) {
        if (element.path("name").isString()) {
            put(fields, element.path("name").asString(), element.path("value"));
        }
    }

    /** Halves of characters are no text. */
    private static void put(Map<String, String> fields, String name, JsonNode value) {
        var text = text(value);
        if (!name.isBlank()
                && UTF_8.newEncoder().canEncode(name)
                && UTF_8.newEncoder().canEncode(text)) {
            fields.putIfAbsent(name, text);
        }
    }

    /** A value that is itself JSON stays what it is. */
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}

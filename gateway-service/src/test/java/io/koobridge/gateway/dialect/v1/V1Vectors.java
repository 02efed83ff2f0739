package io.koobridge.gateway.dialect.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The vectors of saas-v1, which stand beside the tests of the signature. */
public final class V1Vectors {

    private static final Path FILE = Path.of("../common-crypto/src/test/resources/vectors/saas-v1.json");
    private static final JsonNode ALL = read();

    private V1Vectors() {}

    /** The key of most of them. */
    public static String key() {
        return ALL.path("meta").path("keys").path("KEY").asString();
    }

    public static Stream<JsonNode> of(String section) {
        return StreamSupport.stream(ALL.path(section).spliterator(), false);
    }

    /** Form-encoded, with the token of the vector. */
    public static String query(JsonNode vector) {
        var parameters = vector.path("params").properties().stream()
                .map(parameter -> parameter.getKey() + '=' + encoded(parameter.getValue()));
        return Stream.concat(parameters, Stream.of("authToken=" + encoded(vector.path("authToken"))))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(JsonNode value) {
        return URLEncoder.encode(value.asString(), UTF_8);
    }

    private static JsonNode read() {
        try {
            return Json.mapper().readTree(Files.readString(FILE, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

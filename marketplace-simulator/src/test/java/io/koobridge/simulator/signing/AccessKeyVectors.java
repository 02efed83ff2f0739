package io.koobridge.simulator.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors of SDK-HMAC-SHA256, as requests that were received. */
final class AccessKeyVectors {
    private AccessKeyVectors() {}

    record Vector(
            String id, String accessKey, String secretKey, String date, String canonical, ReceivedRequest request) {
        Vector with(ReceivedRequest other) {
            return new Vector(id, accessKey, secretKey, date, canonical, other);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Vector> all() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AccessKeyVectors.class.getResourceAsStream("/vectors/sdk-hmac-sha256.json"))) {
            return new JsonMapper()
                    .readTree(file).get("vectors").values().stream().map(AccessKeyVectors::vector);
        }
    }

    private static Vector vector(JsonNode vector) {
        URI url = URI.create(vector.get("url").stringValue());
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of(url.getAuthority()));
        vector.get("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().stringValue())));
        JsonNode expected = vector.get("expected");
        headers.put("authorization", List.of(expected.get("authorization").stringValue()));
        return new Vector(
                vector.get("id").stringValue(),
                vector.get("accessKey").stringValue(),
                vector.get("secretKey").stringValue(),
                vector.get("headers").get("X-Sdk-Date").stringValue(),
                expected.get("canonicalRequest").stringValue(),
                new ReceivedRequest(
                        vector.get("method").stringValue(),
                        url.getRawPath(),
                        url.getRawQuery(),
                        headers,
                        vector.get("body").stringValue().getBytes(StandardCharsets.UTF_8)));
    }
}

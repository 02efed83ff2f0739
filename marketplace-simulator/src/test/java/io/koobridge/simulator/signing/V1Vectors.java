package io.koobridge.simulator.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors of V1 (saas-v1 §7.8). */
final class V1Vectors {
    static final String KEY = all().get("meta").get("keys").get("KEY").stringValue();

    private V1Vectors() {}

    /** One vector, shown by its id. */
    record Vector(JsonNode node) {
        String text(String name) {
            return node.get(name).stringValue();
        }

        Map<String, String> params() {
            Map<String, String> params = new LinkedHashMap<>();
            node.get("params")
                    .properties()
                    .forEach(one -> params.put(one.getKey(), one.getValue().asString()));
            return params;
        }

        @Override
        public String toString() {
            return node.path("id").asString(node.path("key").asString(""));
        }
    }

    static Stream<Vector> of(String group) {
        return all().get(group).values().stream().map(Vector::new);
    }

    private static JsonNode all() {
        try (InputStream file = Objects.requireNonNull(V1Vectors.class.getResourceAsStream("/vectors/saas-v1.json"))) {
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.koobridge.simulator.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of the joint-operations kit (tenant-sync §8.4, §9). */
public final class KitVectors {
    private KitVectors() {}

    /** One vector, shown by its id. */
    public record Vector(JsonNode node) {
        /** With the secret that the vectors only name. */
        public String text(String name) {
            return node.get(name)
                    .stringValue()
                    .replace("CT-A", secrets().get("encrypted").get("SHA_256").stringValue());
        }

        @Override
        public String toString() {
            return text("id");
        }
    }

    public static Stream<Vector> of(String group) {
        return all().get(group).values().stream().map(Vector::new);
    }

    public static String text(String name) {
        return all().get(name).stringValue();
    }

    static JsonNode node(String name) {
        return all().get(name);
    }

    public static String secret(String name) {
        return secrets().get(name).stringValue();
    }

    private static JsonNode secrets() {
        return all().get("secrets");
    }

    private static JsonNode all() {
        try (InputStream file =
                Objects.requireNonNull(KitVectors.class.getResourceAsStream("/vectors/tenant-sync.json"))) {
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.koobridge.events;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ids that were computed by another program from the words of design §4. They never change: orders out there have them. */
public final class Vectors {

    private Vectors() {}

    public static JsonNode read(String name) {
        var path = "/golden/ids/%s.json".formatted(name);
        try (var file = Objects.requireNonNull(Vectors.class.getResourceAsStream(path), path)) {
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OrderKey order(JsonNode vector) {
        var order = vector.path("order");
        return new OrderKey(order.path("orderId").asString(), member(order, "orderLineId"), member(order, "productId"));
    }

    private static @Nullable String member(JsonNode order, String name) {
        return order.path(name).asString(null);
    }
}

package io.koobridge.simulator.web;

import io.koobridge.simulator.calling.StepRequest;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies that are two things at once: members of one type, and faults or a fault's members beside them. A misspelt member is refused. */
final class Wishes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Wishes() {}

    static StepRequest step(byte[] body, Class<? extends Wish> type) {
        return withFaults(body, type, (wish, faults) -> new StepRequest(wish, faults, null));
    }

    static <W, R> R withFaults(byte[] body, Class<? extends W> type, BiFunction<W, List<Fault>, R> use) {
        ObjectNode object = object(body);
        JsonNode faults = object.remove("faults");
        return use.apply(as(object, type), StepRequest.checked(faults(faults)));
    }

    /** An empty body is an empty object. */
    static ObjectNode object(byte[] body) {
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw unreadable(e);
        }
        throw new IllegalArgumentException("the body must be a JSON object");
    }

    static <T> T as(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    static ObjectNode written(Object value) {
        return JSON.valueToTree(value);
    }

    private static List<Fault> faults(@Nullable JsonNode faults) {
        if (faults == null || faults.isNull()) {
            return List.of();
        }
        if (!faults.isArray()) {
            throw new IllegalArgumentException("faults must be a list");
        }
        List<Fault> all = new ArrayList<>();
        faults.forEach(fault -> all.add(as(fault, Fault.class)));
        return all;
    }

    private static IllegalArgumentException unreadable(JacksonException e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
        String message = cause == e ? e.getOriginalMessage() : cause.getMessage();
        return new IllegalArgumentException(
                String.valueOf(message).lines().findFirst().orElse("the body cannot be read"));
    }
}

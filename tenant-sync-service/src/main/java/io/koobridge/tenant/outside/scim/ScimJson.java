package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SCIM's JSON, whose member names are found in any case. Paths and filters that are asked for here are KooBridge's own and right. */
final class ScimJson {

    private ScimJson() {}

    /** An object, or nothing when it is none. */
    static @Nullable ObjectNode object(byte[] json) {
        try {
            return JsonUtils.getObjectReader().readTree(json) instanceof ObjectNode object ? object : null;
        } catch (IOException _) {
            return null;
        }
    }

    static String text(Object value) {
        try {
            return JsonUtils.getObjectWriter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no SCIM JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    static JsonNode node(Object value) {
        return JsonUtils.valueToNode(value);
    }

    static Path path(String path) {
        try {
            return Path.fromString(path);
        } catch (BadRequestException e) {
            throw new IllegalStateException("no SCIM path: " + path, e);
        }
    }

    static String equal(String attribute, String value) {
        try {
            return Filter.eq(attribute, value).toString();
        } catch (BadRequestException e) {
            throw new IllegalStateException("no SCIM attribute: " + attribute, e);
        }
    }

    /** What stands there; a null node where nothing does, or nothing that SCIM has there. */
    static JsonNode at(String path, ObjectNode resource) {
        try {
            return JsonUtils.getValue(path(path), resource);
        } catch (ScimException _) {
            return NullNode.getInstance();
        }
    }

    static void set(String path, ObjectNode resource, JsonNode value) {
        try {
            JsonUtils.replaceValue(path(path), resource, value);
        } catch (ScimException e) {
            throw new IllegalStateException("no place at the SCIM path " + path, e);
        }
    }

    static PatchOperation replace(String path, JsonNode value) {
        return PatchOperation.replace(path(path), value);
    }

    static PatchOperation add(String path, JsonNode value) {
        return PatchOperation.add(path(path), value);
    }

    static PatchOperation remove(String path) {
        return PatchOperation.remove(path(path));
    }

    /** What a server that knows PATCH would have made of it; nothing when the resource is none of SCIM's. */
    static @Nullable ObjectNode applied(List<PatchOperation> changes, ObjectNode resource) {
        var copy = resource.deepCopy();
        for (var change : changes) {
            try {
                change.apply(copy);
            } catch (ScimException _) {
                return null;
            }
        }
        return copy;
    }
}

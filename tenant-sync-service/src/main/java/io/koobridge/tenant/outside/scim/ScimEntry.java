package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is wanted there. Attributes that are not named are nobody's matter here and stay as the server has them.
 *
 * @param name what is to be unique by the {@link Kind#nameAttribute()}
 * @param attributes by their paths; a null node where there is to be none
 * @param ownSchema all of whose attributes are KooBridge's; absent: there is none
 */
record ScimEntry(
        Kind kind,
        OwnId id,
        String name,
        Map<String, JsonNode> attributes,
        @Nullable String ownSchema) {

    private static final String EXTERNAL_ID = "externalId";

    ScimEntry {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** As it is created. */
    ObjectNode resource() {
        var resource = JsonUtils.getJsonNodeFactory().objectNode();
        var schemas = resource.putArray("schemas").add(kind.schema());
        resource.put(EXTERNAL_ID, id.toString());
        attributes.forEach((path, value) -> {
            if (!value.isNull()) {
                ScimJson.set(path, resource, value);
            }
        });
        resource.fieldNames().forEachRemaining(member -> {
            if (member.startsWith("urn:")) {
                schemas.add(member);
            }
        });
        return resource;
    }

    /** What has to change of a resource for it to be as wanted. */
    List<PatchOperation> difference(ObjectNode current) {
        var changes = new ArrayList<PatchOperation>();
        if (!id.toString().equals(current.path(EXTERNAL_ID).asText())) {
            changes.add(ScimJson.replace(EXTERNAL_ID, ScimJson.node(id.toString())));
        }
        attributes.forEach((path, value) -> {
            var now = ScimJson.at(path, current);
            if (value.isNull() && !JsonUtils.isNullNodeOrEmptyArray(now)) {
                changes.add(ScimJson.remove(path));
            } else if (!value.isNull() && !same(value, now)) {
                changes.add(ScimJson.replace(path, value));
            }
        });
        if (ownSchema != null) {
            current.path(ownSchema).fieldNames().forEachRemaining(member -> {
                var path = ownSchema + ":" + member;
                if (ScimUser.attributeName(member) && !attributes.containsKey(path)) {
                    changes.add(ScimJson.remove(path));
                }
            });
        }
        return changes;
    }

    /** Servers add to the values of a list what they like, and keep it in any order. */
    private static boolean same(JsonNode wanted, JsonNode now) {
        if (wanted instanceof ArrayNode values && now instanceof ArrayNode others) {
            return values.size() == others.size()
                    && values.valueStream()
                            .allMatch(value -> others.valueStream().anyMatch(other -> holds(other, value)));
        }
        return wanted.equals(now);
    }

    private static boolean holds(JsonNode other, JsonNode value) {
        return value.propertyStream().allMatch(member -> member.getValue().equals(other.path(member.getKey())));
    }
}

package io.koobridge.tenant.outside.scim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import io.koobridge.tenant.outside.scim.StubScim.Trait;
import io.koobridge.testkit.FakeServer.Request;
import io.koobridge.testkit.FakeServer.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link StubScim} keeps, and what it makes of a request. */
final class ScimStore {

    private static final String MADE = "2026-01-01T00:00:00Z";
    private static final Pattern ATTRIBUTE =
            Pattern.compile("schemas|id|externalId|userName|displayName|name|title|userType|active"
                    + "|emails|phoneNumbers|addresses|roles|members|meta|urn:.+");
    private static final Pattern PARAMETER = Pattern.compile("([^&=]+)=([^&]*)");

    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final Set<Trait> traits;
    private final List<String> wrong = new ArrayList<>();
    private int ids;

    /** A SCIM error. */
    private static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String scimType;

        Problem(int status, String scimType, String detail) {
            super(detail);
            this.status = status;
            this.scimType = scimType;
        }
    }

    ScimStore(Set<Trait> traits) {
        this.traits = traits;
    }

    List<String> wrong() {
        return wrong;
    }

    List<ObjectNode> users() {
        return users.values().stream().map(ObjectNode::deepCopy).toList();
    }

    ObjectNode user(String id) {
        return requireNonNull(users.get(id)).deepCopy();
    }

    ObjectNode group(String id) {
        return requireNonNull(groups.get(id)).deepCopy();
    }

    Map<String, Set<String>> memberships() {
        var all = new TreeMap<String, Set<String>>();
        groups.values()
                .forEach(group -> all.put(
                        StubScim.code(group),
                        members(group).stream().map(this::named).collect(Collectors.toCollection(TreeSet::new))));
        return all;
    }

    private String named(String id) {
        var user = users.get(id);
        return user == null ? "group " + StubScim.code(group(id)) : StubScim.code(user);
    }

    static ObjectNode object(String json) {
        return requireNonNull(ScimJson.object(json.getBytes(UTF_8)));
    }

    void remove(Kind kind, String id) {
        all(kind).remove(id);
        groups.values().forEach(group -> {
            if (group.path("members") instanceof ArrayNode members) {
                members.removeIf(member -> member.path("value").asText().equals(id));
            }
        });
    }

    ObjectNode created(Kind kind, ObjectNode resource) {
        var id = "id-" + ++ids;
        resource.put("id", id).putObject("meta").put("version", "W/\"1\"").put("created", MADE);
        all(kind).put(id, resource);
        return resource;
    }

    Response answer(Request request) {
        try {
            return handled(request);
        } catch (Problem problem) {
            return new Response(
                    problem.status,
                    JsonUtils.getJsonNodeFactory()
                            .objectNode()
                            .put("status", String.valueOf(problem.status))
                            .put("scimType", problem.scimType)
                            .put("detail", problem.getMessage())
                            .toString());
        } catch (ScimException | IOException e) {
            return new Response(400, "{\"scimType\":\"invalidSyntax\"}");
        }
    }

    private Response handled(Request request) throws ScimException, IOException {
        if (!request.body().isEmpty()
                && !"application/scim+json".equals(request.headers().get("Content-Type"))) {
            wrong.add("content type " + request.headers().get("Content-Type"));
        }
        var parts = request.path().replaceFirst("^/scim/v2/", "").split("/", -1);
        if (parts[0].equals("ServiceProviderConfig")) {
            return config();
        }
        var kind = parts[0].equals("Groups") ? Kind.GROUP : Kind.USER;
        if (parts.length == 1) {
            return request.method().equals("POST") ? posted(kind, object(request.body())) : found(kind, request);
        }
        var known = all(kind).get(parts[1]);
        if (known == null) {
            throw new Problem(404, "", "no such resource");
        }
        var ifMatch = request.headers().get("If-Match");
        if (ifMatch != null
                && !ifMatch.equals(known.path("meta").path("version").asText())) {
            throw new Problem(412, "", "another version");
        }
        return switch (request.method()) {
            case "GET" -> Response.ok(shown(known, request).toString());
            case "PATCH" -> changed(kind, known, patched(known, request));
            case "PUT" -> changed(kind, known, object(request.body()));
            default -> {
                remove(kind, parts[1]);
                yield new Response(204, "");
            }
        };
    }

    private Response config() {
        return traits.contains(Trait.NO_CONFIG)
                ? new Response(404, "")
                : Response.ok("{\"patch\":{\"supported\":%s},\"etag\":{\"supported\":%s}}"
                        .formatted(!traits.contains(Trait.NO_PATCH), traits.contains(Trait.VERSIONS)));
    }

    private Response found(Kind kind, Request request) throws ScimException {
        var text = query(request).getOrDefault("filter", "id pr");
        var byMember = text.startsWith("members");
        if (byMember && traits.contains(Trait.NO_MEMBER_SEARCH)) {
            throw new Problem(400, "invalidFilter", "members cannot be searched");
        }
        if (kind == Kind.GROUP && !"members".equals(query(request).get("excludedAttributes"))) {
            wrong.add("groups are searched with all their members");
        }
        var ignored =
                traits.contains(Trait.FILTERS_IGNORED) || (byMember && traits.contains(Trait.MEMBER_SEARCH_IGNORED));
        var list = JsonUtils.getJsonNodeFactory().objectNode();
        var resources = list.putArray("Resources");
        for (var one : all(kind).values()) {
            if (ignored || FilterEvaluator.evaluate(Filter.fromString(text), one)) {
                resources.add(shown(one, request));
            }
        }
        return Response.ok(list.put("totalResults", resources.size()).toString());
    }

    private Response posted(Kind kind, ObjectNode resource) {
        checked(kind, "", resource);
        var stored = created(kind, resource);
        return new Response(
                201,
                stored.toString(),
                Map.of("Location", "https://id.example.com/" + stored.path("id").asText()));
    }

    private ObjectNode patched(ObjectNode known, Request request) throws ScimException, IOException {
        if (traits.contains(Trait.NO_PATCH) || traits.contains(Trait.PATCH_REFUSED)) {
            throw new Problem(501, "", "PATCH is not implemented");
        }
        var json = object(request.body());
        if (!json.path("schemas").path(0).asText().equals("urn:ietf:params:scim:api:messages:2.0:PatchOp")) {
            wrong.add("a patch without its schema");
        }
        json.path("Operations").forEach(operation -> {
            if (!operation.path("op").asText().matches("add|replace|remove") || !operation.has("path")) {
                wrong.add("operation " + operation);
            }
        });
        var copy = known.deepCopy();
        var patch = requireNonNull(JsonUtils.nodeToValue(json, PatchRequest.class));
        for (PatchOperation operation : patch.getOperations()) {
            operation.apply(copy);
        }
        return copy;
    }

    private Response changed(Kind kind, ObjectNode known, ObjectNode next) {
        var id = known.path("id").asText();
        checked(kind, id, next);
        var version =
                1 + Integer.parseInt(known.path("meta").path("version").asText().replaceAll("\\D", ""));
        next.put("id", id)
                .putObject("meta")
                .put("version", "W/\"%d\"".formatted(version))
                .put("created", MADE);
        all(kind).put(id, next);
        return new Response(204, "");
    }

    private void checked(Kind kind, String id, ObjectNode resource) {
        resource.fieldNames().forEachRemaining(attribute -> {
            if (!ATTRIBUTE.matcher(attribute).matches()) {
                throw new Problem(400, "invalidPath", "unknown attribute " + attribute);
            }
        });
        var name = resource.path(kind.nameAttribute()).asText();
        if (name.isEmpty()) {
            throw new Problem(400, "invalidValue", kind.nameAttribute() + " is required");
        }
        all(kind).values().stream()
                .filter(other -> !other.path("id").asText().equals(id))
                .forEach(other -> distinct(kind, name, resource, other));
        if (kind == Kind.GROUP) {
            members(resource).forEach(this::allowed);
            if (Set.copyOf(members(resource)).size() != members(resource).size()) {
                wrong.add("a member twice");
            }
        }
    }

    private void distinct(Kind kind, String name, ObjectNode resource, ObjectNode other) {
        var same = other.path(kind.nameAttribute()).asText().equalsIgnoreCase(name);
        if (same && (kind == Kind.USER || traits.contains(Trait.UNIQUE_GROUP_NAMES))) {
            throw new Problem(409, "uniqueness", name + " is taken");
        }
        if (other.path("externalId").equals(resource.path("externalId")) && other.has("externalId")) {
            wrong.add("two resources are " + resource.path("externalId").asText());
        }
    }

    private void allowed(String member) {
        if (groups.containsKey(member) && traits.contains(Trait.NO_NESTING)) {
            throw new Problem(400, "invalidValue", "groups cannot be members");
        }
        if (!users.containsKey(member) && !groups.containsKey(member)) {
            throw new Problem(400, "invalidValue", "no such member");
        }
    }

    private Map<String, ObjectNode> all(Kind kind) {
        return kind == Kind.USER ? users : groups;
    }

    private static ObjectNode shown(ObjectNode resource, Request request) {
        var copy = resource.deepCopy();
        copy.remove(query(request).getOrDefault("excludedAttributes", "-"));
        return copy;
    }

    private static List<String> members(ObjectNode group) {
        return group.path("members")
                .valueStream()
                .map(member -> member.path("value").asText())
                .toList();
    }

    private static Map<String, String> query(Request request) {
        var raw = request.uri().getRawQuery();
        return PARAMETER
                .matcher(raw == null ? "" : raw)
                .results()
                .collect(Collectors.toMap(
                        parameter -> parameter.group(1), parameter -> URLDecoder.decode(parameter.group(2), UTF_8)));
    }
}

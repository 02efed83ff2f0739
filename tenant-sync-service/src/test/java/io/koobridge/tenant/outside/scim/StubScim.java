package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Request;
import io.koobridge.testkit.FakeServer.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A strict SCIM server in memory, over HTTP, with a whim. */
final class StubScim implements AutoCloseable {

    static final String TOKEN = "scim-token-5Yf2";

    private static final Set<String> ATTRIBUTES = Set.of(
            "schemas",
            "id",
            "externalid",
            "username",
            "displayname",
            "name",
            "title",
            "usertype",
            "active",
            "emails",
            "phonenumbers",
            "addresses",
            "roles",
            "members",
            "meta");

    /** What this server is. */
    enum Trait {
        NO_PATCH,
        PATCH_REFUSED,
        NO_NESTING,
        VERSIONS,
        NO_MEMBER_SEARCH,
        MEMBER_SEARCH_IGNORED,
        NO_CONFIG,
        FILTERS_IGNORED,
        UNIQUE_GROUP_NAMES,
        NO_EXTERNAL_IDS
    }

    /** What goes wrong with one request. */
    enum Fault {
        NONE,
        LIMITED,
        BUSY,
        BROKEN_BEFORE,
        BROKEN_AFTER,
        HANGS_UP_BEFORE,
        HANGS_UP_AFTER,
        MALFORMED,
        OVERSIZED
    }

    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, ObjectNode> groups = new LinkedHashMap<>();
    private final Set<Trait> traits;
    private final List<String> calls = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Function<Request, Fault> faults = _ -> Fault.NONE;
    private int ids;
    private final FakeServer server = new FakeServer(this::answer);

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

    StubScim(Trait... traits) {
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(List.of(traits));
    }

    URI uri() {
        return URI.create(server.url() + "/scim/v2");
    }

    synchronized void faults(Function<Request, Fault> faults) {
        this.faults = faults;
    }

    synchronized void become(Trait trait) {
        traits.add(trait);
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized void forgetCalls() {
        calls.clear();
    }

    /** What no client may do to a server of this kind. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<Request> requests() {
        return server.requests();
    }

    synchronized List<ObjectNode> users() {
        return users.values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized ObjectNode user(String id) {
        return users.get(id).deepCopy();
    }

    synchronized ObjectNode group(String id) {
        return groups.get(id).deepCopy();
    }

    synchronized int groupCount() {
        return groups.size();
    }

    synchronized void loseUser(String id) {
        users.remove(id);
        leaveAll(id);
    }

    synchronized void loseGroup(String id) {
        groups.remove(id);
        leaveAll(id);
    }

    synchronized String put(boolean group, String json) {
        var resource = ScimJson.object(json.getBytes(StandardCharsets.UTF_8));
        return stored(group ? groups : users, resource).path("id").asText();
    }

    /** Ids of the members of each group that is a tenant's, by the code of the department. */
    synchronized Map<String, Set<String>> memberships() {
        var all = new TreeMap<String, Set<String>>();
        groups.values()
                .forEach(group -> all.put(
                        code(group),
                        members(group).stream()
                                .map(id ->
                                        users.containsKey(id) ? code(users.get(id)) : "group " + code(groups.get(id)))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return all;
    }

    static String code(ObjectNode resource) {
        var id = resource.path("externalId").asText();
        return id.substring(id.indexOf('/') + 1);
    }

    private synchronized Response answer(Request request) {
        var fault = faults.apply(request);
        calls.add(request.method() + " " + request.path().replaceFirst("/scim/v2/", ""));
        switch (fault) {
            case LIMITED -> {
                return new Response(429, "{}", Map.of("Retry-After", "7"));
            }
            case BUSY -> {
                return new Response(503, "", Map.of());
            }
            case BROKEN_BEFORE -> {
                return new Response(500, "{}");
            }
            case HANGS_UP_BEFORE -> throw new IllegalStateException("hung up");
            default -> {
                // Answered below.
            }
        }
        var response = answered(request);
        return switch (fault) {
            case BROKEN_AFTER -> new Response(502, "<html>");
            case HANGS_UP_AFTER -> throw new IllegalStateException("hung up");
            case MALFORMED -> new Response(response.status(), "{\"id\": \"half");
            case OVERSIZED -> new Response(response.status(), "{\"id\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}");
            default -> response;
        };
    }

    private Response answered(Request request) {
        try {
            return handled(request);
        } catch (Problem problem) {
            var error = JsonUtils.getJsonNodeFactory().objectNode();
            error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
            error.put("status", String.valueOf(problem.status))
                    .put("scimType", problem.scimType)
                    .put("detail", problem.getMessage());
            return new Response(problem.status, error.toString());
        } catch (ScimException e) {
            return new Response(
                    400,
                    "{\"scimType\":\"invalidSyntax\",\"detail\":\""
                            + e.getScimError().getScimType() + "\"}");
        } catch (IOException e) {
            return new Response(400, "{\"scimType\":\"invalidSyntax\"}");
        }
    }

    private Response handled(Request request) throws ScimException, IOException {
        if (!("Bearer " + TOKEN).equals(request.headers().get("Authorization"))) {
            return new Response(401, "{}");
        }
        if (!request.body().isEmpty()
                && !"application/scim+json".equals(request.headers().get("Content-Type"))) {
            wrong.add("content type " + request.headers().get("Content-Type"));
        }
        var parts = request.path().replaceFirst("^/scim/v2/", "").split("/", -1);
        if (parts[0].equals("ServiceProviderConfig")) {
            return traits.contains(Trait.NO_CONFIG)
                    ? new Response(404, "")
                    : Response.ok("{\"patch\":{\"supported\":%s},\"etag\":{\"supported\":%s}}"
                            .formatted(!traits.contains(Trait.NO_PATCH), traits.contains(Trait.VERSIONS)));
        }
        var group = parts[0].equals("Groups");
        if (!group && !parts[0].equals("Users")) {
            return new Response(404, "");
        }
        var all = group ? groups : users;
        if (parts.length == 1) {
            return request.method().equals("POST") ? created(all, group, request) : found(all, group, request);
        }
        var id = parts[1];
        var known = all.get(id);
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
            case "DELETE" -> {
                all.remove(id);
                leaveAll(id);
                yield new Response(204, "");
            }
            case "PATCH" -> changed(all, group, known, patched(known, request));
            case "PUT" ->
                changed(all, group, known, ScimJson.object(request.body().getBytes(StandardCharsets.UTF_8)));
            default -> new Response(405, "");
        };
    }

    private Response found(Map<String, ObjectNode> all, boolean group, Request request) throws ScimException {
        var text = query(request).getOrDefault("filter", "id pr");
        if (text.startsWith("members") && traits.contains(Trait.NO_MEMBER_SEARCH)) {
            throw new Problem(400, "invalidFilter", "members cannot be searched");
        }
        var ignored = traits.contains(Trait.FILTERS_IGNORED)
                || text.startsWith("members") && traits.contains(Trait.MEMBER_SEARCH_IGNORED);
        var filter = Filter.fromString(text);
        var list = JsonUtils.getJsonNodeFactory().objectNode();
        var resources = list.putArray("Resources");
        for (var one : all.values()) {
            if (ignored || FilterEvaluator.evaluate(filter, one)) {
                resources.add(shown(one, request));
            }
        }
        if (group && !query(request).getOrDefault("excludedAttributes", "").equals("members")) {
            wrong.add("groups are searched with all their members");
        }
        return Response.ok(list.put("totalResults", resources.size()).toString());
    }

    private Response created(Map<String, ObjectNode> all, boolean group, Request request) {
        var resource = ScimJson.object(request.body().getBytes(StandardCharsets.UTF_8));
        checked(all, group, "", resource);
        var stored = stored(all, resource);
        return new Response(
                201,
                stored.toString(),
                Map.of("Location", uri() + "/x/" + stored.path("id").asText()));
    }

    private ObjectNode stored(Map<String, ObjectNode> all, ObjectNode resource) {
        var id = "id-" + ++ids;
        resource.put("id", id);
        if (traits.contains(Trait.NO_EXTERNAL_IDS)) {
            resource.remove("externalId");
        }
        resource.putObject("meta").put("version", "W/\"1\"").put("created", "2026-01-01T00:00:00Z");
        all.put(id, resource);
        return resource;
    }

    private ObjectNode patched(ObjectNode known, Request request) throws ScimException, IOException {
        if (traits.contains(Trait.NO_PATCH) || traits.contains(Trait.PATCH_REFUSED)) {
            throw new Problem(501, "", "PATCH is not implemented");
        }
        var json = JsonUtils.getObjectReader().readTree(request.body());
        if (!json.path("schemas").path(0).asText().equals("urn:ietf:params:scim:api:messages:2.0:PatchOp")) {
            wrong.add("a patch without its schema");
        }
        json.path("Operations").forEach(operation -> {
            var op = operation.path("op").asText();
            if (!op.equals(op.toLowerCase(Locale.ROOT)) || !operation.has("path")) {
                wrong.add("operation " + operation);
            }
        });
        var copy = known.deepCopy();
        for (PatchOperation operation :
                JsonUtils.nodeToValue(json, PatchRequest.class).getOperations()) {
            operation.apply(copy);
        }
        return copy;
    }

    private Response changed(Map<String, ObjectNode> all, boolean group, ObjectNode known, ObjectNode next) {
        var id = known.path("id").asText();
        checked(all, group, id, next);
        next.put("id", id);
        var version =
                Integer.parseInt(known.path("meta").path("version").asText().replaceAll("\\D", "")) + 1;
        next.putObject("meta").put("version", "W/\"%d\"".formatted(version)).put("created", "2026-01-01T00:00:00Z");
        all.put(id, next);
        return new Response(204, "");
    }

    private void checked(Map<String, ObjectNode> all, boolean group, String id, ObjectNode resource) {
        resource.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("urn:") && !ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))) {
                throw new Problem(400, "invalidPath", "unknown attribute " + name);
            }
        });
        var name = group ? "displayName" : "userName";
        if (resource.path(name).asText().isEmpty()) {
            throw new Problem(400, "invalidValue", name + " is required");
        }
        all.values().stream()
                .filter(other -> !other.path("id").asText().equals(id))
                .forEach(other -> {
                    var same = other.path(name)
                            .asText()
                            .equalsIgnoreCase(resource.path(name).asText());
                    if (same && (!group || traits.contains(Trait.UNIQUE_GROUP_NAMES))) {
                        throw new Problem(
                                409,
                                "uniqueness",
                                name + " " + resource.path(name).asText() + " is taken");
                    }
                    if (!resource.path("externalId").asText().isEmpty()
                            && other.path("externalId").equals(resource.path("externalId"))) {
                        wrong.add("two resources are "
                                + resource.path("externalId").asText());
                    }
                });
        if (group) {
            for (var member : members(resource)) {
                if (groups.containsKey(member) && traits.contains(Trait.NO_NESTING)) {
                    throw new Problem(400, "invalidValue", "groups cannot be members");
                }
                if (!users.containsKey(member) && !groups.containsKey(member)) {
                    throw new Problem(400, "invalidValue", "no such member");
                }
            }
            if (Set.copyOf(members(resource)).size() != members(resource).size()) {
                wrong.add("a member twice");
            }
        }
    }

    private static JsonNode shown(ObjectNode resource, Request request) {
        var copy = resource.deepCopy();
        copy.remove(query(request).getOrDefault("excludedAttributes", "-"));
        return copy;
    }

    private static List<String> members(ObjectNode group) {
        return StreamSupport.stream(group.path("members").spliterator(), false)
                .map(member -> member.path("value").asText())
                .toList();
    }

    private void leaveAll(String id) {
        groups.values().forEach(group -> {
            if (group.path("members") instanceof ArrayNode members) {
                members.removeIf(member -> member.path("value").asText().equals(id));
            }
        });
    }

    private static Map<String, String> query(Request request) {
        var query = new TreeMap<String, String>();
        var raw = request.uri().getRawQuery();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var cut = pair.indexOf('=');
                query.put(pair.substring(0, cut), URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Request;
import io.koobridge.testkit.FakeServer.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A strict SCIM server in memory, over HTTP, with whims. */
final class StubScim implements AutoCloseable {

    static final String TOKEN = "scim-token-5Yf2";

    private static final int TOO_MUCH = 9 * 1024 * 1024;

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
        UNIQUE_GROUP_NAMES
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

    private final ScimStore store;
    private final List<String> calls = new ArrayList<>();
    private Function<Request, Fault> faults = _ -> Fault.NONE;
    private final FakeServer server = new FakeServer(this::answer);

    StubScim(Trait... traits) {
        store = new ScimStore(Set.of(traits));
    }

    URI uri() {
        return URI.create(server.url() + "/scim/v2");
    }

    synchronized void faults(Function<Request, Fault> next) {
        faults = next;
    }

    /** Methods and paths. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** What changes were made to depend on. */
    List<String> versionsNamed() {
        return server.requests().stream()
                .map(request -> request.headers().getOrDefault("If-Match", ""))
                .filter(version -> !version.isEmpty())
                .toList();
    }

    synchronized void forgetCalls() {
        calls.clear();
    }

    /** What no client may do to a server of this kind. */
    synchronized List<String> wrong() {
        return List.copyOf(store.wrong());
    }

    synchronized List<ObjectNode> users() {
        return store.users();
    }

    synchronized ObjectNode user(String id) {
        return store.user(id);
    }

    synchronized ObjectNode group(String id) {
        return store.group(id);
    }

    synchronized int groupCount() {
        return store.memberships().size();
    }

    synchronized void loseUser(String id) {
        store.remove(Kind.USER, id);
    }

    synchronized void loseGroup(String id) {
        store.remove(Kind.GROUP, id);
    }

    /** Somebody else's. */
    synchronized String put(Kind kind, String json) {
        return store.created(kind, ScimStore.object(json)).path("id").asText();
    }

    /** Codes of the members of each group, by its own. */
    synchronized Map<String, Set<String>> memberships() {
        return store.memberships();
    }

    static String code(ObjectNode resource) {
        var id = resource.path("externalId").asText();
        return id.substring(id.indexOf('/') + 1);
    }

    private synchronized Response answer(Request request) {
        var fault = faults.apply(request);
        calls.add(request.method() + " " + request.path().replaceFirst("/scim/v2/", ""));
        return switch (fault) {
            case NONE -> answered(request);
            case LIMITED -> new Response(429, "{}", Map.of("Retry-After", "7"));
            case BUSY -> new Response(503, "");
            case BROKEN_BEFORE -> new Response(500, "{}");
            case BROKEN_AFTER -> failedAfter(request);
            case HANGS_UP_BEFORE -> throw new IllegalStateException("hung up");
            case HANGS_UP_AFTER ->
                throw new IllegalStateException(
                        "hung up after " + answered(request).status());
            case MALFORMED -> new Response(answered(request).status(), "{\"id\": \"half");
            case OVERSIZED ->
                new Response(answered(request).status(), "{\"id\":\"%s\"}".formatted("x".repeat(TOO_MUCH)));
        };
    }

    private Response failedAfter(Request request) {
        answered(request);
        return new Response(502, "<html>");
    }

    private Response answered(Request request) {
        return ("Bearer " + TOKEN).equals(request.headers().get("Authorization"))
                ? store.answer(request)
                : new Response(401, "{}");
    }

    @Override
    public void close() {
        server.close();
    }
}

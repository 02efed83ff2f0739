package io.koobridge.provisioning.running;

import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A seller's product that keeps the contract of the generation; a test may step in for one instance. */
final class Product {

    /** What one call wanted. */
    record Call(String instanceId, long generation, String change, String wanted, String messageId) {}

    static final FakeServer.Response READY = new FakeServer.Response(200, """
            {"status":"READY","appInfo":{"frontEndUrl":"https://app.example.com/t/1","userName":"admin",\
            "password":"Init-3141"}}""");

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Call> applied = new ConcurrentHashMap<>();
    private final Map<String, Function<Call, FakeServer.Response>> scripts = new ConcurrentHashMap<>();

    FakeServer.Response answer(FakeServer.Request request) {
        var wish = Json.mapper().readTree(request.body());
        var call = new Call(
                wish.path("instanceId").asString(),
                wish.path("generation").asLong(),
                wish.path("change").asString(),
                wish.path("wanted").asString(),
                String.valueOf(request.headers().get("webhook-id")));
        calls.add(call);
        return scripts.getOrDefault(call.instanceId(), this::apply).apply(call);
    }

    /** Makes it so, unless something newer was made so before. */
    FakeServer.Response apply(Call call) {
        applied.merge(call.instanceId(), call, (old, next) -> next.generation() < old.generation() ? old : next);
        return READY;
    }

    void script(String instanceId, Function<Call, FakeServer.Response> script) {
        scripts.put(instanceId, script);
    }

    List<Call> callsFor(String instanceId) {
        return calls.stream()
                .filter(call -> call.instanceId().equals(instanceId))
                .toList();
    }

    /** What is real, in the product's eyes. */
    String real(String instanceId) {
        var call = applied.get(instanceId);
        return call == null ? "nothing" : call.wanted();
    }
}

package io.koobridge.simulator.running;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import io.koobridge.simulator.signing.CallbackSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seller as the protocol wants him: checks signature, clock and nonce, and keeps what he was told last by signing time. */
final class StubGateway implements Function<Received, Said> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KNOWN = Set.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck",
            "getLicenseAsync",
            "refreshLicenseCode",
            "updateLicenseCodeStatus",
            "releaseLicenseCode");

    /** What the seller holds for true. */
    record Told(String wanted, String expireTime, Instant wantedAt, Instant expiryAt) {}

    private final Map<String, String> nonces = new HashMap<>();
    private final Map<String, Told> instances = new HashMap<>();

    synchronized Told told(String instanceId) {
        return instances.getOrDefault(instanceId, new Told("NONE", "", Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public synchronized Said apply(Received call) {
        String timestamp = call.query().getOrDefault("timestamp", "");
        String nonce = call.query().getOrDefault("nonce", "");
        String signature = call.query().getOrDefault("signature", "");
        Instant signedAt = Instant.ofEpochMilli(Long.parseLong(timestamp) * (timestamp.length() <= 10 ? 1000 : 1));
        boolean repeated = call.rawQuery().split("&").length != 3;
        if (repeated || Math.abs(System.currentTimeMillis() - signedAt.toEpochMilli()) > 60_000) {
            return Said.code("000002");
        }
        if (!signed(call, timestamp, nonce, signature)) {
            return Said.code("000001");
        }
        String before = nonces.putIfAbsent(nonce, signature);
        if (before != null && !before.equals(signature)) {
            return Said.code("000001");
        }
        if (!KNOWN.contains(call.activity())) {
            return Said.code("000002");
        }
        return call.text("testFlag").equals("1") ? debug(call) : real(call, signedAt);
    }

    private static boolean signed(Received call, String timestamp, String nonce, String signature) {
        Map<String, Object> canonical = new TreeMap<>();
        call.body().properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                canonical.put(member.getKey(), member.getValue());
            }
        });
        return List.of(call.rawBody().getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(canonical)).stream()
                .anyMatch(body -> CallbackSignature.of(FakeSeller.KEY, body, timestamp, nonce)
                        .signature()
                        .equalsIgnoreCase(signature));
    }

    private static Said debug(Received call) {
        return switch (call.activity()) {
            case "newInstance" -> Said.instance("000000", "debug");
            case "queryInstance" -> Said.info(call, "");
            default -> Said.code("000000");
        };
    }

    private Said real(Received call, Instant signedAt) {
        String id = note(call, signedAt);
        return switch (call.activity()) {
            case "newInstance" -> Said.instance("000000", id);
            case "getLicenseAsync" -> Said.code("000004");
            case "queryInstance" ->
                Said.info(call, ",\"usageInfo\":[{\"usageValue\":0,\"statisticalTime\":\"20260301090505000\"}]");
            default -> Said.code("000000");
        };
    }

    /** Keeps what a rightly signed call of either edition tells; the id of its instance. */
    synchronized String note(Received call, Instant signedAt) {
        String id = call.activity().equals("newInstance") ? "kb" + call.text("orderId") : call.text("instanceId");
        Told told = told(id);
        switch (call.activity()) {
            case "newInstance" -> instances.putIfAbsent(id, new Told("ACTIVE", "", signedAt, signedAt));
            case "updateInstanceStatus" ->
                wanted(id, told, call.text("status").equals("FREEZE") ? "FROZEN" : "ACTIVE", signedAt);
            case "instanceStatus" ->
                wanted(id, told, call.text("instanceStatus").equals("FREEZE") ? "FROZEN" : "ACTIVE", signedAt);
            case "expireInstance" -> wanted(id, told, "FROZEN", signedAt);
            case "releaseInstance" -> wanted(id, told, "RELEASED", signedAt);
            case "refreshInstance" -> {
                if (!signedAt.isBefore(told.expiryAt().minusSeconds(5))) {
                    instances.put(id, new Told(told.wanted(), expireTime(call.body()), told.wantedAt(), signedAt));
                }
                // Only V1's renewals thaw, and they tell what was paid (saas-v1 §3.2).
                if (call.rawBody().isEmpty() && !call.text("orderAmount").startsWith("-")) {
                    wanted(id, told(id), "ACTIVE", signedAt);
                }
            }
            default -> {
                // Nothing that this stub remembers.
            }
        }
        return id;
    }

    private static String expireTime(JsonNode body) {
        return body.path("expireTime").asString("").substring(0, 14);
    }

    private void wanted(String id, Told told, String wanted, Instant signedAt) {
        if (!told.wanted().equals("RELEASED")
                && !signedAt.isBefore(told.wantedAt().minusSeconds(5))) {
            instances.put(id, new Told(wanted, told.expireTime(), signedAt, told.expiryAt()));
        }
    }
}

package io.koobridge.simulator.running;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import io.koobridge.simulator.signing.KitSignature;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A seller as the kit wants him: checks signatures, clock and nonces, and keeps what he was told last by the bodies' times. */
final class StubKit implements Function<Received, Said> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern UNQUOTED = Pattern.compile("([{,])(orgCode|name|parentCode):");

    private final Map<String, String> nonces = new HashMap<>();
    private final Map<String, String> stamps = new HashMap<>();
    private final Map<String, String> departments = new TreeMap<>();
    private final Map<String, String> users = new TreeMap<>();
    private final Map<String, String> encryptedSecrets = new HashMap<>();
    private final Map<String, Integer> tenants = new HashMap<>();

    /** Code to name and parent. */
    synchronized Map<String, String> departments() {
        return Map.copyOf(departments);
    }

    /** User name to department, role and whether enabled, of those authorized. */
    synchronized Map<String, String> users() {
        return Map.copyOf(users);
    }

    synchronized String encryptedSecret(String tenantId) {
        return encryptedSecrets.getOrDefault(tenantId, "");
    }

    synchronized boolean hasTenant(String tenantId) {
        return tenants.getOrDefault(tenantId, 0) > 0;
    }

    @Override
    public synchronized Said apply(Received call) {
        boolean v1 = !call.path().contains("/v2/");
        String code = v1 ? checkedV1(call) : checkedV2(call);
        if (code.equals("000000")) {
            code = told(call.path().substring(call.path().lastIndexOf('/') + 1), call.body());
        }
        return v1 ? Said.code(code).signedForV1() : Said.code(code);
    }

    private String checkedV2(Received call) {
        String timestamp = call.headers().getOrDefault("x-timestamp", "0");
        String nonce = call.headers().getOrDefault("x-nonce", "");
        if (nonce.isEmpty() || Math.abs(System.currentTimeMillis() - Long.parseLong(timestamp)) > 60_000) {
            return "000002";
        }
        String sign = call.headers().getOrDefault("x-sign", "");
        boolean right = payloads(call).anyMatch(payload -> KitSignature.sign(FakeSeller.KEY, timestamp, nonce, payload)
                .equalsIgnoreCase(sign));
        String before = right ? nonces.putIfAbsent(nonce, sign) : null;
        return right && (before == null || before.equals(sign)) ? "000000" : "000001";
    }

    /** The four candidates of tenant-sync §3.1. */
    private static Stream<String> payloads(Received call) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        call.body().properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        Map<String, JsonNode> withNulls = new TreeMap<>(sorted);
        sorted.values().removeIf(JsonNode::isNull);
        return Stream.of(
                JSON.writeValueAsString(sorted),
                call.rawBody(),
                JSON.writeValueAsString(within(JSON.valueToTree(sorted))),
                JSON.writeValueAsString(withNulls));
    }

    private static Object within(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> sorted = new TreeMap<>();
            value.properties().forEach(member -> sorted.put(member.getKey(), within(member.getValue())));
            return sorted;
        }
        return value.isArray() ? value.valueStream().map(StubKit::within).toList() : value;
    }

    private static String checkedV1(Received call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.body()
                .properties()
                .forEach(member -> parameters.put(
                        member.getKey(),
                        member.getValue().isContainer()
                                ? member.getValue().toString()
                                : member.getValue().asString("")));
        String token = call.headers().getOrDefault("authtoken", "").replace("\"", "");
        return KitSignature.token(FakeSeller.KEY, call.text("timeStamp"), parameters)
                        .equals(token)
                ? "000000"
                : "000001";
    }

    private String told(String what, JsonNode body) {
        int flag = body.path("flag").asInt(-1);
        if (!what.equals("allOrgSync") && (flag < 0 || flag > 3)) {
            return "000002";
        }
        String tenant = body.path("tenantId").asString("");
        switch (what) {
            case "tenantSync" -> tenants.put(tenant, flag);
            case "applicationSync" -> {
                if (body.path("clientSecret").asString("").length() != 512) {
                    return "000101";
                }
                encryptedSecrets.put(tenant, body.path("clientSecret").asString(""));
            }
            case "singleOrgSync" -> department(body, flag, body);
            case "allOrgSync" -> {
                List<JsonNode> rows = rows(body.has("orgInfo") ? body.path("orgInfo") : body.path("orgInfoList"));
                if (rows.stream().anyMatch(row -> !row.hasNonNull("orgCode"))) {
                    return "000002";
                }
                rows.forEach(row -> department(row, 1, body));
            }
            case "authSync" -> {
                List<JsonNode> rows = rows(body.path("userList"));
                if (rows.size() > 501 || rows.stream().anyMatch(row -> !row.hasNonNull("userName"))) {
                    return "000002";
                }
                rows.forEach(row -> user(row, flag, body));
            }
            default -> {
                return "000002";
            }
        }
        return "000000";
    }

    private static List<JsonNode> rows(JsonNode list) {
        JsonNode rows = list.isString()
                ? JSON.readTree(UNQUOTED.matcher(list.stringValue()).replaceAll("$1\"$2\":"))
                : list;
        return rows.isArray() ? rows.valueStream().toList() : List.of(rows);
    }

    private void department(JsonNode row, int flag, JsonNode body) {
        String code = row.path("orgCode").asString("");
        if (isStale("D " + code, body)) {
            return;
        }
        if (flag == 0) {
            departments.remove(code);
        } else {
            String name = row.path("orgName").asString(row.path("name").asString(""));
            departments.put(code, name + " < " + row.path("parentCode").asString(""));
        }
    }

    private void user(JsonNode row, int flag, JsonNode body) {
        String userName = row.path("userName").asString("");
        if (isStale("U " + userName, body)) {
            return;
        }
        if (flag == 0 || flag == 3) {
            users.remove(userName);
        } else {
            users.put(
                    userName,
                    row.path("orgCode").asString("") + " " + row.path("role").asString("") + " "
                            + row.path("enable").asString(""));
        }
    }

    private boolean isStale(String key, JsonNode body) {
        String stamp = body.path("timeStamp").asString("");
        if (stamps.getOrDefault(key, "").compareTo(stamp) > 0) {
            return true;
        }
        stamps.put(key, stamp);
        return false;
    }
}

package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.wire.Json;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Calls of the joint-operations kit, most of them as they should be. */
final class KitCorpus {

    private static final List<String> TEXTS = List.of(
            "Acme 制造", "R&D", "a=b&c=d", "\\u674e", "\\ud83d\\ude00", " ", "", "x".repeat(2_000), "'\\\"'", "\\u0000");
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "1E-999999999",
            "[]",
            "{}",
            "\"\\ud800\"",
            "[[[[1]]]]",
            "{\"a\":{\"b\":[]}}");
    private static final List<String> ROWS = List.of(
            "{\"%1$s\":\"%2$s\"}",
            "{\"%1$s\":%3$d,\"name\":\"n\",\"orgName\":\"o\",\"parentCode\":\"%2$s\"}",
            "{\"%1$s\":\"%2$s\",\"role\":\"admin\",\"enable\":\"true\",\"mobile\":\"139\",\"email\":\"a@b.c\"}",
            "{\"%1$s\":\"%2$s\",\"extension\":{\"employeeType\":\"1\",\"x\":{\"y\":null}},\"later\":[1]}",
            "{\"%1$s\":\"%2$s\",\"extension\":\"{k:'v'}\"}");
    private static final List<String> BAD_ROWS = List.of("7", "null", "[]", "{}", "{\"userName\":{}}", "\"x\"");

    private final RandomGenerator random;

    KitCorpus(RandomGenerator random) {
        this.random = random;
    }

    KitInterface called() {
        return Plan.pick(random, KitInterface.values());
    }

    byte[] body(KitInterface called) {
        var members = new ArrayList<String>();
        add(members, "tenantId", "\"t-%d\"".formatted(random.nextInt(9)));
        add(members, "instanceId", pick(List.of("\"i-1\"", "\"\"", "null", "7")));
        add(members, "testFlag", pick(List.of("0", "1", "\"1\"")));
        add(members, "timeStamp", pick(List.of("\"20260101080000123\"", "\"99991231235959999\"", "\"x\"", "1")));
        add(members, "flag", pick(List.of("0", "1", "2", "3", "\"1\"", "9")));
        switch (called) {
            case TENANT_SYNC -> {
                add(members, "orderId", "\"CS1\"");
                add(members, "tenantCode", text());
                add(members, "name", text());
                add(members, "domainName", "\"https://a.example/?x=1&flag=0\"");
            }
            case APPLICATION_SYNC -> {
                add(members, "appId", "\"app-1\"");
                add(members, "clientId", "\"c-1\"");
                add(members, "clientSecret", pick(List.of("\"c2VjcmV0\"", "\"" + "A".repeat(9_000) + "\"", text())));
            }
            case AUTH_SYNC -> {
                add(members, "appId", "\"app-1\"");
                add(members, "userList", list("userName"));
            }
            case SINGLE_ORG_SYNC -> {
                add(members, "orgCode", "\"D1\"");
                add(members, "orgName", text());
                add(members, "parentCode", text());
            }
            case ALL_ORG_SYNC -> add(members, pick(List.of("orgInfo", "orgInfoList")), list("orgCode"));
        }
        Collections.shuffle(members, random);
        return ("{" + String.join(pick(List.of(",", " ,\n")), members) + "}").getBytes(UTF_8);
    }

    private void add(List<String> members, String name, String value) {
        if (random.nextInt(30) > 0) {
            members.add("\"%s\":%s".formatted(name, random.nextInt(30) == 0 ? pick(ODD) : value));
        }
        if (random.nextInt(60) == 0) {
            members.add("\"%s\":%s".formatted(name, pick(ODD)));
        }
    }

    private String text() {
        return '"' + pick(TEXTS) + '"';
    }

    /** An array, a text with one, or one alone. */
    private String list(String identity) {
        var rows = new ArrayList<String>();
        for (int count = random.nextInt(6); count > 0; count--) {
            rows.add(
                    random.nextInt(60) == 0
                            ? pick(BAD_ROWS)
                            : pick(ROWS).formatted(identity, "id-" + random.nextInt(4), random.nextInt(9)));
        }
        var array = "[" + String.join(",", rows) + "]";
        return switch (random.nextInt(5)) {
            case 0 -> Json.mapper().writeValueAsString(array);
            case 1 -> Json.mapper().writeValueAsString(array.replace("\"" + identity + "\"", identity));
            case 2 -> rows.isEmpty() ? array : rows.getFirst();
            default -> array;
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}

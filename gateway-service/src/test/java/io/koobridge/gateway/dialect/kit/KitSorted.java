package io.koobridge.gateway.dialect.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.koobridge.gateway.dialect.json.CallJson;
import java.util.Map;

/** A body as Huawei's sample writes it before signing, made without our own means for that: it has ASCII values and no nulls. */
final class KitSorted {

    private KitSorted() {}

    static String of(String body) {
        return CallJson.readLastWins(body.getBytes(UTF_8)).orElseThrow().properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
                .collect(joining(",", "{", "}"));
    }
}

package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The query string as it is sent: pairs of raw text. */
record Query(List<Pair> pairs) {

    record Pair(String name, String value) {}

    Query {
        pairs = List.copyOf(pairs);
    }

    static Query of(Signed signed, String signature) {
        return new Query(List.of(
                new Pair("signature", signature),
                new Pair("timestamp", signed.timestamp()),
                new Pair("nonce", URLEncoder.encode(signed.nonce(), UTF_8))));
    }

    Query with(int at, Pair pair) {
        var changed = new ArrayList<>(pairs);
        changed.set(at, pair);
        return new Query(changed);
    }

    Query and(int at, Pair pair) {
        var changed = new ArrayList<>(pairs);
        changed.add(at, pair);
        return new Query(changed);
    }

    Query without(int at) {
        var changed = new ArrayList<>(pairs);
        changed.remove(at);
        return new Query(changed);
    }

    String value(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .findFirst()
                .orElse("");
    }

    /** Sets the first one of this name. */
    Query with(String name, String value) {
        for (int i = 0; i < pairs.size(); i++) {
            if (pairs.get(i).name().equals(name)) {
                return with(i, new Pair(name, value));
            }
        }
        return this;
    }

    String text() {
        return pairs.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&"));
    }
}

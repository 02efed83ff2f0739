package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.fuzz.Query.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Changes a V1 query after it was signed: how it is spelled, or what it says. */
final class V1QueryMutations {

    private static final Set<String> BASE64 = Set.of("mobilePhone", "email", "saasExtendParams");
    private static final List<String> BAD = List.of("%ff", "%c0%af", "%ed%a0%80", "%e5%ae", "%80", "%f4%90%80%80");

    private final RandomGenerator random;

    V1QueryMutations(RandomGenerator random) {
        this.random = random;
    }

    Query apply(V1Mutation mutation, Query query) {
        if (query.pairs().isEmpty()) {
            return query;
        }
        int at = random.nextInt(query.pairs().size());
        var pair = query.pairs().get(at);
        return switch (mutation) {
            case REORDERED -> {
                var pairs = new ArrayList<>(query.pairs());
                Collections.shuffle(pairs, Random.from(random));
                yield new Query(pairs);
            }
            case PERCENT_ENCODED -> values(query, _ -> true, this::encodedMore);
            case SPACE_AS_PERCENT -> values(query, _ -> true, value -> value.replace("+", "%20"));
            case PLUS_LEFT_BARE ->
                values(query, p -> isBase64(p) || p.name().equals("authToken"), value -> value.replace("%2B", "+"));
            case PLUS_NEVER_A_SPACE ->
                values(query, _ -> true, value -> value.replace("+", "%20").replace("%2B", "+"));
            case ENCODED_TWICE -> values(query, V1QueryMutations::isBase64, value -> value.replace("%", "%25"));
            case PARAMETER_CHANGED -> query.with(at, new Pair(pair.name(), changed(pair.value())));
            case PARAMETER_ADDED ->
                query.and(
                        at,
                        new Pair(
                                pick(List.of("lang", "a", "zz", "orderAmount2", "%00", "%E5%AE%9E")),
                                pick(List.of("zh", "1", "%20", ""))));
            case PARAMETER_REMOVED -> query.without(at);
            case PARAMETER_REPEATED ->
                query.and(
                        random.nextInt(query.pairs().size() + 1),
                        pick(List.of(
                                pair,
                                new Pair(pair.name(), ""),
                                new Pair(
                                        "%"
                                                + HexFormat.of().toHexDigits((byte)
                                                        pair.name().charAt(0))
                                                + pair.name().substring(1),
                                        pair.value()))));
            case PARAMETER_RENAMED ->
                query.with(
                        at,
                        new Pair(
                                pick(List.of(
                                        pair.name().toUpperCase(Locale.ROOT),
                                        pair.name() + "%20",
                                        "+" + pair.name(),
                                        "x")),
                                pair.value()));
            case PARAMETER_EMPTIED -> query.with(at, new Pair(pair.name(), pick(List.of("", "+", "%20", "%09"))));
            case PARAMETER_HUGE ->
                query.with(
                        at,
                        new Pair(
                                pair.name(),
                                pair.value() + pick(List.of("0", "%41", "%25")).repeat(pick(List.of(10, 200, 5_000)))));
            case BOUNDARY_MOVED -> moved(query, at);
            case PERCENT_CUT ->
                query.with(at, new Pair(pair.name(), pair.value() + pick(List.of("%", "%4", "%zz", "%%41", "%u4e2d"))));
            case BAD_UTF8 -> query.with(at, new Pair(pair.name(), pair.value() + pick(BAD)));
            case TIME_CHANGED ->
                query.with(
                        "timeStamp",
                        pick(List.of(
                                "20261122090000124",
                                query.value("timeStamp") + "0",
                                query.value("timeStamp") + "+",
                                "",
                                "now",
                                "20260331011507482")));
            case TOKEN_CHANGED -> query.with("authToken", changed(query.value("authToken")));
            case TOKEN_OTHERWISE -> {
                var token = query.value("authToken");
                yield query.with(
                        "authToken",
                        pick(List.of(
                                "",
                                "+",
                                token.replace("%3D", ""),
                                token.replace("%2B", "-").replace("%2F", "_"),
                                token + "%3D",
                                "%22" + token + "%22",
                                token.toLowerCase(Locale.ROOT),
                                "0".repeat(64),
                                "YQ%3D%3D",
                                token + "%0A")));
            }
            case DEBUG_FLAG_SET ->
                query.value("testFlag").isEmpty()
                        ? query.and(at, new Pair("testFlag", "1"))
                        : query.with("testFlag", query.value("testFlag").equals("1") ? "0" : "1");
            case PARAMETERS_OF_V2 ->
                query.and(0, new Pair("signature", "0".repeat(64)))
                        .and(0, new Pair("timestamp", Long.toString(Place.NOW.toEpochMilli())))
                        .and(0, new Pair("nonce", "n1"));
            case BYTES_CHANGED -> bytesChanged(query);
            default -> throw new IllegalArgumentException(mutation.name());
        };
    }

    /** The signed text stays what it was where the neighbours in the query are neighbours in it. */
    private Query moved(Query query, int at) {
        var sorted = query.pairs().stream()
                .filter(pair -> !pair.name().equals("authToken"))
                .sorted(Comparator.comparing(Pair::name))
                .toList();
        if (sorted.size() < 2) {
            return query;
        }
        int first = Math.min(at, sorted.size() - 2);
        var one = sorted.get(first);
        var next = sorted.get(first + 1);
        var without = new Query(query.pairs().stream()
                .filter(pair -> !pair.equals(one) && !pair.equals(next))
                .toList());
        var joined = random.nextBoolean()
                ? new Pair(one.name(), "%s%%26%s%%3D%s".formatted(one.value(), next.name(), next.value()))
                : new Pair("%s%%3D%s%%26%s".formatted(one.name(), one.value(), next.name()), next.value());
        return without.and(random.nextInt(without.pairs().size() + 1), joined);
    }

    private Query bytesChanged(Query query) {
        var pairs = new ArrayList<>(query.pairs());
        for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
            int at = random.nextInt(pairs.size());
            var pair = pairs.get(at);
            pairs.set(
                    at,
                    random.nextInt(4) == 0
                            ? new Pair(changed(pair.name()), pair.value())
                            : new Pair(pair.name(), changed(pair.value())));
        }
        return new Query(pairs);
    }

    private static Query values(Query query, Predicate<Pair> which, UnaryOperator<String> change) {
        return new Query(query.pairs().stream()
                .map(pair -> which.test(pair) ? new Pair(pair.name(), change.apply(pair.value())) : pair)
                .toList());
    }

    private static boolean isBase64(Pair pair) {
        return BASE64.contains(pair.name());
    }

    /** Some of the characters that need it not; what is encoded already stays. */
    private String encodedMore(String text) {
        var encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && i + 2 < text.length()) {
                var escape = text.substring(i, i + 3);
                encoded.append(random.nextBoolean() ? escape : escape.toLowerCase(Locale.ROOT));
                i += 2;
            } else if (character != '+' && character != '%' && random.nextInt(3) == 0) {
                encoded.append("%%%02x".formatted((int) character));
            } else {
                encoded.append(character);
            }
        }
        return encoded.toString();
    }

    private String changed(String text) {
        if (text.isEmpty()) {
            return "0";
        }
        int at = random.nextInt(text.length());
        var character = pick(List.of("0", "1", "f", "A", "Z", "9", "+", "%", "=", "&"));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + character + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + character + text.substring(at);
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

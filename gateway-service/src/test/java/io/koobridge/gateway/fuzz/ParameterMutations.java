package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Changes nonce and time before signing, and parameters after it. */
final class ParameterMutations {

    private static final List<String> NONCES = List.of(
            " ",
            "+",
            "%",
            "&",
            "=",
            "#",
            "|",
            "实例",
            "é",
            "\ud83d\ude00",
            "\u0000",
            "\n",
            "177",
            "999",
            "a b",
            "%41",
            "\"",
            "A".repeat(200),
            ";",
            "/?",
            "\ufffd");
    private static final List<String> TIMES = List.of(
            "",
            "0",
            "-1",
            "+1795338000123",
            " 1795338000123",
            "1795338000123 ",
            "1795338000123.0",
            "1.795338E12",
            "٠١٢٣",
            "0x1A0",
            "now",
            "null",
            "2026-11-22T09:00:00Z",
            "179533800012",
            "17953380001230",
            "99999999999999999999",
            "0000000000",
            "9999999999",
            "9999999999999");
    private static final List<String> BAD = List.of("%ff", "%c0%af", "%ed%a0%80", "%e5%ae", "%80", "%f4%90%80%80");

    private final RandomGenerator random;

    ParameterMutations(RandomGenerator random) {
        this.random = random;
    }

    /** Keeps the nonce different from that of every other call. */
    Signed apply(Mutation mutation, Signed signed) {
        return switch (mutation) {
            case ODD_NONCE -> {
                var odd = pick(NONCES);
                yield signed.withNonce(random.nextBoolean() ? odd + signed.nonce() : signed.nonce() + odd);
            }
            case TIME_AT_THE_EDGE ->
                signed.withTimestamp(
                        Long.toString(Place.NOW.toEpochMilli() + pick(List.of(-60_000, 60_000, -59_999, 0))));
            case TIME_IN_SECONDS ->
                signed.withTimestamp(Long.toString(Place.NOW.getEpochSecond() + pick(List.of(-59, 60, 0, 1))));
            case SIGNED_SORTED -> signed.withSorted();
            default -> throw new IllegalArgumentException(mutation.name());
        };
    }

    Query apply(Mutation mutation, Query query) {
        if (query.pairs().isEmpty()) {
            return query;
        }
        int at = random.nextInt(query.pairs().size());
        var pair = query.pairs().get(at);
        return switch (mutation) {
            case PARAMETERS_REORDERED -> reordered(query);
            case PERCENT_ENCODED -> query.with(at, new Query.Pair(encoded(pair.name()), encoded(pair.value())));
            case PARAMETERS_ADDED ->
                query.and(
                        at,
                        pick(List.of(
                                new Query.Pair("lang", "zh"),
                                new Query.Pair("", ""),
                                new Query.Pair("a%", "%zz"),
                                new Query.Pair("Nonce", "x"))));
            case SIGNATURE_IN_OTHER_CASE ->
                query.with("signature", query.value("signature").toUpperCase(Locale.ROOT));
            case PARAMETER_MISSING -> query.without(at);
            case PARAMETER_REPEATED ->
                query.and(
                        random.nextInt(query.pairs().size() + 1),
                        random.nextBoolean() ? pair : new Query.Pair(pair.name(), ""));
            case PARAMETER_RENAMED ->
                query.with(
                        at,
                        new Query.Pair(
                                pick(List.of(
                                        pair.name().toUpperCase(Locale.ROOT),
                                        pair.name() + "%20",
                                        "+" + pair.name(),
                                        "x")),
                                pair.value()));
            case PARAMETER_HUGE ->
                query.with(
                        at,
                        new Query.Pair(
                                pair.name(),
                                pair.value()
                                        + pick(List.of("0", "a", "%41")).repeat(pick(List.of(10, 193, 1_000, 5_000)))));
            case PARAMETER_CHANGED -> query.with(at, new Query.Pair(pair.name(), changed(pair.value())));
            case PARAMETER_IN_BAD_UTF8 -> query.with(at, new Query.Pair(pair.name(), pair.value() + pick(BAD)));
            case PLUS_FOR_CHARACTER -> query.with(at, new Query.Pair(pair.name(), insert(pair.value(), "+")));
            case PERCENT_WITHOUT_DIGITS ->
                query.with(
                        at, new Query.Pair(pair.name(), insert(pair.value(), pick(List.of("%", "%4", "%zz", "%%41")))));
            case TIME_OUT_OF_WINDOW ->
                query.with(
                        "timestamp",
                        Long.toString(
                                Place.NOW.toEpochMilli() + pick(List.of(-60_001, 60_001, -86_400_000, 86_400_000))));
            case ODD_TIME -> query.with("timestamp", pick(TIMES).replace(' ', '+'));
            case ODD_SIGNATURE ->
                query.with(
                        "signature",
                        pick(List.of(
                                "",
                                "0",
                                query.value("nonce"),
                                query.value("signature") + "0",
                                "g" + query.value("signature"),
                                "0".repeat(64),
                                "%00".repeat(64))));
            default -> throw new IllegalArgumentException(mutation.name());
        };
    }

    private Query reordered(Query query) {
        var pairs = new ArrayList<>(query.pairs());
        Collections.shuffle(pairs, Random.from(random));
        return new Query(pairs);
    }

    /** Some of the characters that need it not; what is encoded already stays. */
    private String encoded(String text) {
        var encoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && i + 2 < text.length()) {
                encoded.append(text, i, i + 3);
                i += 2;
            } else if (character < 0x80 && character != '+' && random.nextInt(3) == 0) {
                encoded.append((random.nextBoolean() ? "%%%02x" : "%%%02X").formatted((int) character));
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
        var character = pick(List.of("0", "1", "f", "A", "Z", "9"));
        return random.nextBoolean()
                ? text.substring(0, at) + character + text.substring(at + 1)
                : text.substring(0, at) + text.substring(at + 1);
    }

    private String insert(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

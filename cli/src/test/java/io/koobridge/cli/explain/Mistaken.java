package io.koobridge.cli.explain;

import static io.koobridge.cli.explain.Signer.bytes;
import static io.koobridge.cli.explain.Signer.hex;
import static io.koobridge.cli.explain.Signer.hmac;
import static io.koobridge.cli.explain.Signer.sha256;
import static io.koobridge.cli.explain.Signer.sign;
import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Signs a call with one mistake, in code that shares nothing with what explains it.
 *
 * @param members of the body, in the order in which they are sent; more are added, so that each mistake makes a difference
 * @param way which of two directions or spellings of the mistake
 */
record Mistaken(Map<String, String> members, String secret, String nonce, String timestamp, boolean way) {

    static final String KIT_SECRET = "an-invented-key-of-the-kit";

    /** The body that is received and what was signed instead of it. */
    private record Pair(String received, String signed) {

        Pair turned(boolean way) {
            return way ? this : new Pair(/* received= */ signed, /* signed= */ received);
        }
    }

    static String value(String signature, String nonce, String timestamp) {
        return "signature=" + signature + "&timestamp=" + timestamp + "&nonce=" + nonce;
    }

    Call right() {
        var body = bytes(compact());
        return call(value(sign(secret, nonce, timestamp, body), nonce, timestamp), body);
    }

    Call with(Mistake mistake) {
        var body = bytes(compact());
        var key = bytes(secret);
        var inner = hex(hmac(key, body));
        return switch (mistake) {
            case OTHER_KEY -> signed(body, sign(KIT_SECRET, nonce, timestamp, body));
            case KEY_WITH_BLANKS -> signed(body, sign(secret + (way ? "\n" : " "), nonce, timestamp, body));
            case KEY_ID_AS_SECRET -> signed(body, sign("base", nonce, timestamp, body));
            case KEY_DECODED -> signed(body, sign(HexFormat.of().parseHex(secret), nonce, timestamp, body));
            case KIT_FORMULA -> signed(body, hex(hmac(key, key, bytes(nonce), bytes(timestamp), body)));
            case BASE_FORMULA -> throw new IllegalArgumentException("it is right here");
            case INNER_PLAIN_SHA256 -> outer(body, bytes(hex(sha256(body))));
            case INNER_UPPER_CASE -> outer(body, bytes(inner.toUpperCase(Locale.ROOT)));
            case INNER_BASE64 -> outer(body, Base64.getEncoder().encode(hmac(key, body)));
            case INNER_BYTES -> outer(body, hmac(key, body));
            case OUTER_PLAIN_SHA256 -> signed(body, hex(sha256(key, bytes(nonce), bytes(timestamp), bytes(inner))));
            case KEY_NOT_JOINED -> signed(body, hex(hmac(key, bytes(nonce), bytes(timestamp), bytes(inner))));
            case ORDER_SWAPPED -> signed(body, hex(hmac(key, key, bytes(timestamp), bytes(nonce), bytes(inner))));
            case TIMESTAMP_UNIT -> {
                var seconds = timestamp.substring(0, 10);
                yield way
                        ? signed(body, sign(secret, nonce, seconds, body))
                        : call(value(sign(secret, nonce, timestamp, body), nonce, seconds), body);
            }
            case PARAMETER_ENCODING ->
                way
                        ? call(value(sign(secret, "a+" + nonce, timestamp, body), "a+" + nonce, timestamp), body)
                        : call(value(sign(secret, "a%2B" + nonce, timestamp, body), "a%2B" + nonce, timestamp), body);
            case SIGNATURE_BASE64 ->
                signed(
                        body,
                        Base64.getEncoder()
                                .encodeToString(HexFormat.of().parseHex(sign(secret, nonce, timestamp, body))));
            case EMPTY_BODY -> signed(body, sign(secret, nonce, timestamp, new byte[0]));
            case TRAILING_WHITE_SPACE -> changed(new Pair(compact(), compact() + "\n").turned(way));
            case BYTE_ORDER_MARK -> changed(new Pair(compact(), "\uFEFF" + compact()).turned(way));
            case LINE_ENDINGS -> changed(new Pair(lines("\n"), lines("\r\n")).turned(way));
            case ESCAPED_NON_ASCII -> changed(new Pair(compact(), escaped(compact())).turned(way));
            case ESCAPED_SLASH -> changed(new Pair(compact(), compact().replace("/", "\\/")).turned(way));
            case ESCAPED_HTML -> {
                var plain = compact().replace("实", "a<b>&c='");
                yield changed(new Pair(
                                plain,
                                plain.replace("<", "\\u003c")
                                        .replace(">", "\\u003e")
                                        .replace("&", "\\u0026")
                                        .replace("=", "\\u003d")
                                        .replace("'", "\\u0027"))
                        .turned(way));
            }
            case TEST_FLAG ->
                changed(new Pair(compact(), compact().replaceFirst("}$", ",\"testFlag\":\"1\"}")).turned(way));
            case PRETTY_PRINTED -> changed(new Pair(flat(), lines(way ? "\n" : "\r\n")));
            case RESERIALISED -> changed(new Pair(spaced(), flat()).turned(way));
            case SORTED_DESCENDING ->
                changed(new Pair(
                        compact(), object(sorted(Comparator.reverseOrder(), true), "\"y\":1.50,\"x\":\"a/b\"")));
            case SORTED_NESTED ->
                changed(new Pair(
                        compact(), object(sorted(Comparator.naturalOrder(), false), "\"x\":\"a/b\",\"y\":1.50")));
            case NULLS_KEPT ->
                changed(new Pair(
                        compact(), object(sorted(Comparator.naturalOrder(), true), "\"y\":1.50,\"x\":\"a/b\"")));
            case NULLS_DROPPED ->
                changed(new Pair(
                        compact(),
                        object(
                                all().filter(member -> !member.getValue().equals("null"))
                                        .toList(),
                                "\"y\":1.50,\"x\":\"a/b\"")));
            case OTHER_CHARSET ->
                signed(body, sign(secret, nonce, timestamp, compact().getBytes(Charset.forName("GB18030"))));
        };
    }

    private Call changed(Pair pair) {
        return signed(bytes(pair.received()), sign(secret, nonce, timestamp, bytes(pair.signed())));
    }

    private Call outer(byte[] body, byte[] inner) {
        return signed(body, hex(hmac(bytes(secret), bytes(secret), bytes(nonce), bytes(timestamp), inner)));
    }

    private Call signed(byte[] body, String signature) {
        return call(value(signature, nonce, timestamp), body);
    }

    /** Neither sorted nor free of nulls, with a nested member, a slash and characters beyond ASCII. */
    private Stream<Map.Entry<String, String>> all() {
        return Stream.of(
                        Stream.of(Map.entry("b", "\"实/例\""), Map.entry("zz", "null"), Map.entry("nested", "{}")),
                        members.entrySet().stream(),
                        Stream.of(Map.entry("a", "7")))
                .flatMap(part -> part);
    }

    private List<Map.Entry<String, String>> sorted(Comparator<String> order, boolean nulls) {
        return all().filter(member -> nulls || !member.getValue().equals("null"))
                .sorted(Map.Entry.comparingByKey(order))
                .toList();
    }

    private static String object(List<Map.Entry<String, String>> members, String nested) {
        return members.stream()
                .map(member ->
                        "\"%s\":%s".formatted(member.getKey(), member.getValue().replace("{}", "{" + nested + "}")))
                .collect(joining(",", "{", "}"));
    }

    private String compact() {
        return object(all().toList(), "\"y\":1.50,\"x\":\"a/b\"");
    }

    private String flat() {
        return object(withoutNested(), "");
    }

    private String spaced() {
        return withoutNested().stream()
                .map(member -> "\"%s\": %s".formatted(member.getKey(), member.getValue()))
                .collect(joining(", ", "{", "}"));
    }

    private String lines(String lineBreak) {
        return withoutNested().stream()
                .map(member -> "  \"%s\": %s".formatted(member.getKey(), member.getValue()))
                .collect(joining("," + lineBreak, "{" + lineBreak, lineBreak + "}"));
    }

    private List<Map.Entry<String, String>> withoutNested() {
        return all().filter(member -> !member.getKey().equals("nested")).toList();
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(joining());
    }

    static Call call(String query, byte[] body) {
        return new Call(Call.POST, query, null, body);
    }
}

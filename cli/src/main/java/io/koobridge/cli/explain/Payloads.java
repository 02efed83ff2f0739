package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.cli.explain.JsonStyle.Order;
import io.koobridge.cli.explain.JsonStyle.Space;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may have been signed instead of the received body, the right ones first. */
final class Payloads {

    /** Of a longer body nobody could hold every other spelling at once, nor wait for all that could be tried. */
    static final int LONG = 1024 * 1024;

    private static final String TEST_FLAG = "testFlag";
    private static final String MARK = "\uFEFF";

    private final List<Payload> payloads = new ArrayList<>();
    private final byte[] raw;

    /**
     * A body that may have been signed.
     *
     * @param mistake absent for what the formula demands
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    record Payload(@Nullable Mistake mistake, byte[] bytes) {}

    private Payloads(byte[] raw) {
        this.raw = raw;
    }

    static List<Payload> of(byte[] body) {
        return of(body, List.of(JsonStyle.CANONICAL));
    }

    /** For the joint-operations kit, in which four forms of a body are right (tenant-sync §3.1). */
    static List<Payload> ofKit(byte[] body) {
        return of(
                body,
                List.of(
                        JsonStyle.CANONICAL,
                        JsonStyle.CANONICAL.everywhere(),
                        JsonStyle.COMPACT.sorted(Order.ASCENDING)));
    }

    private static List<Payload> of(byte[] body, List<JsonStyle> right) {
        var guesses = new Payloads(body);
        guesses.add(null, body);
        var text = text(body);
        text.flatMap(Json::object).ifPresent(json -> right.forEach(style -> guesses.add(null, style.write(json))));
        guesses.add(Mistake.EMPTY_BODY, new byte[0]);
        if (body.length > LONG) {
            return guesses.payloads;
        }
        text.ifPresent(guesses::addTexts);
        text.flatMap(Json::object).ifPresent(guesses::addForms);
        text.ifPresent(guesses::addCharsets);
        if (text.isEmpty()) {
            guesses.addMisread();
        }
        return guesses.payloads;
    }

    /** Empty when the bytes are no UTF-8. */
    static Optional<String> text(byte[] body) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private void addTexts(String text) {
        add(Mistake.TRAILING_WHITE_SPACE, text + '\n');
        add(Mistake.TRAILING_WHITE_SPACE, text + "\r\n");
        add(Mistake.TRAILING_WHITE_SPACE, text + ' ');
        add(Mistake.TRAILING_WHITE_SPACE, text.stripTrailing());
        add(Mistake.TRAILING_WHITE_SPACE, text.strip());
        add(Mistake.BYTE_ORDER_MARK, text.startsWith(MARK) ? text.substring(1) : MARK + text);
        if (text.startsWith(MARK)) {
            Json.object(text.substring(1))
                    .ifPresent(json -> add(Mistake.BYTE_ORDER_MARK, JsonStyle.CANONICAL.write(json)));
        }
        add(Mistake.LINE_ENDINGS, text.replace("\r\n", "\n").replace("\n", "\r\n"));
        add(Mistake.LINE_ENDINGS, text.replace("\r\n", "\n"));
        add(Mistake.ESCAPED_NON_ASCII, Escapes.nonAscii(text, false));
        add(Mistake.ESCAPED_NON_ASCII, Escapes.nonAscii(text, true));
        add(Mistake.ESCAPED_NON_ASCII, Escapes.undoneNonAscii(text));
        add(Mistake.ESCAPED_SLASH, text.replace("/", "\\/"));
        add(Mistake.ESCAPED_SLASH, Escapes.undoneSlash(text));
        Escapes.html(text).forEach(escaped -> add(Mistake.ESCAPED_HTML, escaped));
        add(Mistake.ESCAPED_HTML, Escapes.undoneHtml(text));
    }

    private void addForms(Json.ObjectValue json) {
        add(Mistake.RESERIALISED, JsonStyle.COMPACT.write(json));
        add(
                Mistake.RESERIALISED,
                JsonStyle.COMPACT.with(new Space(": ", ", ", "", "")).write(json));
        for (var order : List.of(Order.AS_IT_STANDS, Order.ASCENDING)) {
            for (var lineBreak : List.of("\n", "\r\n")) {
                for (var indent : List.of("  ", "    ", "\t")) {
                    for (var colon : List.of(": ", " : ")) {
                        var lines = JsonStyle.COMPACT.sorted(order).with(Space.lines(colon, indent, lineBreak));
                        add(Mistake.PRETTY_PRINTED, lines.write(json));
                    }
                }
            }
        }
        var descending = JsonStyle.COMPACT.sorted(Order.DESCENDING);
        add(Mistake.SORTED_DESCENDING, descending.write(json));
        add(Mistake.SORTED_DESCENDING, descending.withoutNulls().write(json));
        add(Mistake.NULLS_KEPT, JsonStyle.COMPACT.sorted(Order.ASCENDING).write(json));
        add(Mistake.NULLS_DROPPED, JsonStyle.COMPACT.withoutNulls().write(json));
        add(Mistake.SORTED_NESTED, JsonStyle.CANONICAL.everywhere().write(json));
        add(
                Mistake.SORTED_NESTED,
                JsonStyle.COMPACT.sorted(Order.ASCENDING).everywhere().write(json));
        var canonical = JsonStyle.CANONICAL.write(json);
        add(Mistake.ESCAPED_NON_ASCII, Escapes.nonAscii(canonical, false));
        add(Mistake.ESCAPED_NON_ASCII, Escapes.nonAscii(canonical, true));
        add(Mistake.ESCAPED_SLASH, canonical.replace("/", "\\/"));
        Escapes.html(canonical).forEach(escaped -> add(Mistake.ESCAPED_HTML, escaped));
        addTestFlags(json);
    }

    /** saas-v2 §1.16: absent outside of debugging, so that somebody adds or drops it on the way. */
    private void addTestFlags(Json.ObjectValue json) {
        var others = json.members().stream()
                .filter(member -> !member.name().equals(TEST_FLAG))
                .toList();
        if (others.size() < json.members().size()) {
            addTestFlag(others);
            return;
        }
        for (var value : List.of("1", "0", "")) {
            var flag = new Json.Member(TEST_FLAG, new Json.Text(value));
            addTestFlag(Stream.concat(others.stream(), Stream.of(flag)).toList());
            addTestFlag(Stream.concat(Stream.of(flag), others.stream()).toList());
        }
    }

    private void addTestFlag(List<Json.Member> members) {
        var json = new Json.ObjectValue(members);
        add(Mistake.TEST_FLAG, JsonStyle.COMPACT.write(json));
        add(Mistake.TEST_FLAG, JsonStyle.CANONICAL.write(json));
    }

    private void addCharsets(String text) {
        for (var name : List.of("GB18030", "ISO-8859-1", "UTF-16LE", "UTF-16BE")) {
            if (Charset.isSupported(name)) {
                var charset = Charset.forName(name);
                if (charset.newEncoder().canEncode(text)) {
                    add(Mistake.OTHER_CHARSET, text.getBytes(charset));
                }
            }
        }
    }

    /** What arrived in another charset than was signed. */
    private void addMisread() {
        for (var name : List.of("GB18030", "ISO-8859-1")) {
            if (Charset.isSupported(name)) {
                add(Mistake.OTHER_CHARSET, new String(raw, Charset.forName(name)).getBytes(UTF_8));
            }
        }
    }

    private void add(@Nullable Mistake mistake, String text) {
        add(mistake, text.getBytes(UTF_8));
    }

    /** Whoever comes first keeps what others would sign alike: nobody is blamed for what makes no difference. */
    private void add(@Nullable Mistake mistake, byte[] bytes) {
        if (payloads.stream().noneMatch(known -> Arrays.equals(known.bytes(), bytes))) {
            payloads.add(new Payload(mistake, bytes));
        }
    }
}

package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature and canonical form (saas-v2 §7.3, §7.4) once more, from the JDK alone and built another way: by rewriting tokens, without values. */
final class SecondOpinion {

    private static final Pattern TOKEN = Pattern.compile("[ \\t\\r\\n]*+(?:([{}\\[\\],:])"
            + "|(\"(?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\")"
            + "|(-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z.+-]))");

    private final List<String> tokens;
    private int at;

    private SecondOpinion(List<String> tokens) {
        this.tokens = tokens;
    }

    static String signature(String secret, String nonce, String timestamp, byte[] payload) {
        String inner = HexFormat.of().formatHex(hmac(secret, payload));
        return HexFormat.of().formatHex(hmac(secret, (secret + nonce + timestamp + inner).getBytes(UTF_8)));
    }

    /** P2; empty when there is none. */
    static Optional<byte[]> canonical(byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            Optional<List<String>> tokens = tokens(text);
            if (tokens.isEmpty()
                    || tokens.get().isEmpty()
                    || !tokens.get().getFirst().equals("{")) {
                return Optional.empty();
            }
            var reader = new SecondOpinion(tokens.get());
            String canonical = reader.object(true);
            boolean whole =
                    reader.at == reader.tokens.size() && UTF_8.newEncoder().canEncode(canonical);
            return whole ? Optional.of(canonical.getBytes(UTF_8)) : Optional.empty();
        } catch (CharacterCodingException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> tokens(String text) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.region(end, text.length()).lookingAt()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        boolean whole = text.substring(end).chars().allMatch(character -> " \t\r\n".indexOf(character) >= 0);
        return whole ? Optional.of(tokens) : Optional.empty();
    }

    private record Member(String name, String written, boolean isNull) {}

    private String object(boolean top) {
        expect("{");
        var members = new ArrayList<Member>();
        var names = new HashSet<String>();
        while (!peek().equals("}")) {
            if (!members.isEmpty()) {
                expect(",");
            }
            String name = unescaped(next());
            if (!names.add(name)) {
                throw new IllegalStateException("repeated");
            }
            expect(":");
            boolean isNull = peek().equals("null");
            members.add(new Member(name, escaped(name) + ":" + value(), isNull));
        }
        expect("}");
        if (top) {
            members.removeIf(Member::isNull);
            members.sort(Comparator.comparing(Member::name));
        }
        return "{" + String.join(",", members.stream().map(Member::written).toList()) + "}";
    }

    private String value() {
        return switch (peek().charAt(0)) {
            case '{' -> object(false);
            case '[' -> array();
            case '"' -> escaped(unescaped(next()));
            case ',', ':', '}', ']' -> throw new IllegalStateException("no value");
            default -> next();
        };
    }

    private String array() {
        expect("[");
        var items = new ArrayList<String>();
        while (!peek().equals("]")) {
            if (!items.isEmpty()) {
                expect(",");
            }
            items.add(value());
        }
        expect("]");
        return "[" + String.join(",", items) + "]";
    }

    private static String unescaped(String token) {
        if (token.charAt(0) != '"') {
            throw new IllegalStateException("no text");
        }
        return Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)")
                .matcher(token.substring(1, token.length() - 1))
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(2) == null
                                ? plain(escape.group(1).charAt(0))
                                : String.valueOf((char) Integer.parseInt(escape.group(2), 16))));
    }

    private static String plain(char escape) {
        int known = "bfnrt".indexOf(escape);
        return known < 0 ? String.valueOf(escape) : String.valueOf("\b\f\n\r\t".charAt(known));
    }

    private static String escaped(String text) {
        return '"'
                + Pattern.compile("[\"\\\\\\x00-\\x1f]")
                        .matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(escape(match.group().charAt(0))))
                + '"';
    }

    private static String escape(char character) {
        int known = "\b\f\n\r\t\"\\".indexOf(character);
        return known < 0 ? "\\u%04X".formatted((int) character) : "\\" + "bfnrt\"\\".charAt(known);
    }

    private String peek() {
        if (at == tokens.size()) {
            throw new IllegalStateException("cut short");
        }
        return tokens.get(at);
    }

    private String next() {
        String token = peek();
        at++;
        return token;
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            throw new IllegalStateException("not " + token);
        }
    }

    private static byte[] hmac(String secret, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

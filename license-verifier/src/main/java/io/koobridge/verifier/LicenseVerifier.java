package io.koobridge.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a licence without a network. This file is all of it: copy it into your product, which needs JDK 17 or newer and nothing else, or
 * run it as it is:
 *
 * <pre>java io/koobridge/verifier/LicenseVerifier.java --keys keys.json --license file --product OFFI1 --fingerprint text</pre>
 *
 * <p>A licence is a JWS in compact serialization (RFC 7515), signed with Ed25519 (RFC 8037); docs/license-format.md describes it. Whatever is
 * given, nothing here throws: what cannot be read is refused, and a reader that refuses too much is a safe one. Thread-safe.
 */
public final class LicenseVerifier {

    /** Why a licence is refused. */
    public enum Reason {
        MALFORMED("This is no licence, or it was damaged."),
        UNKNOWN_KEY("The licence is signed with a key that is not among the known ones."),
        BAD_SIGNATURE("The licence was changed after it was issued, or somebody else made it."),
        WRONG_PRODUCT("The licence is for another product."),
        WRONG_DEVICE("The licence is for another device."),
        CLOCK_ROLLED_BACK("The clock of this device is behind: it was later before."),
        NOT_YET_VALID("The licence is not valid yet."),
        EXPIRED("The licence has expired.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For a user. */
        public String sentence() {
            return sentence;
        }
    }

    /** What came of a check. */
    public sealed interface Result {

        /** The product may run as the licence says. */
        record Valid(Claims claims) implements Result {}

        /** It may not. */
        record Refused(Reason reason) implements Result {}
    }

    /**
     * What a licence says.
     *
     * @param license its id
     * @param seller who issued it
     * @param customer who bought it, as the marketplace calls him
     * @param instance what was bought, as KooBridge calls it
     * @param order by which it was paid
     * @param quantity how many of whatever the product counts
     * @param fingerprint base64url of the SHA-256 of the device's fingerprint; absent when the licence runs on any device
     * @param validUntil the first instant at which it is no longer valid; absent when it has no end
     */
    public record Claims(
            String license,
            String seller,
            Optional<String> customer,
            Optional<String> product,
            String instance,
            String order,
            long quantity,
            Optional<String> fingerprint,
            Instant issuedAt,
            Instant validFrom,
            Optional<Instant> validUntil) {}

    /**
     * Where and when the product runs.
     *
     * @param products its ids in the marketplace, any of which will do: a renewal for another period may name another one
     * @param fingerprint of this device, exactly as the customer gave it to the marketplace
     * @param lastRun the latest instant at which the product ever ran here, if it keeps that; it shows a clock that was set back
     */
    public record Here(Set<String> products, Optional<String> fingerprint, Instant now, Optional<Instant> lastRun) {

        public Here {
            products = Set.copyOf(products);
        }

        public static Here of(String product, Instant now) {
            return new Here(Set.of(product), Optional.empty(), now, Optional.empty());
        }

        public Here on(String deviceFingerprint) {
            return new Here(products, Optional.of(deviceFingerprint), now, lastRun);
        }

        public Here after(Instant latestRun) {
            return new Here(products, fingerprint, now, Optional.of(latestRun));
        }
    }

    /** Licences of KooBridge stay below 1,100 characters. */
    private static final int LONGEST_LICENSE = 8_192;

    private static final int LONGEST_KEY_SET = 262_144;
    private static final Map<String, Object> HEADER = Map.of("alg", "EdDSA", "typ", "koobridge-license+jwt");

    /** A clock may be wrong by this much without anybody having set it back. */
    private static final long CLOCK_TOLERANCE_SECONDS = 3_600;

    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410). */
    private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, PublicKey> keys;

    /**
     * With the seller's public keys, which belong into the product.
     *
     * @param jwkSet what {@code GET /license-keys} answers (RFC 7517). A text that is no set of keys holds none, and every licence is refused
     *     with {@link Reason#UNKNOWN_KEY}
     */
    public LicenseVerifier(String jwkSet) {
        this.keys = keysIn(jwkSet);
    }

    /** Of the keys that it has; empty when the text was no set of keys. */
    public Set<String> keyIds() {
        return Set.copyOf(keys.keySet());
    }

    /** Checks everything. White space around the licence does no harm, since people paste it. */
    public Result verify(String license, Here here) {
        try {
            var parts = Parts.of(license);
            var key = keys.get(parts.keyId());
            if (key == null) {
                return new Result.Refused(Reason.UNKNOWN_KEY);
            }
            if (!signed(key, parts)) {
                return new Result.Refused(Reason.BAD_SIGNATURE);
            }
            var claims = claimsIn(parts);
            return doubt(claims, here).<Result>map(Result.Refused::new).orElseGet(() -> new Result.Valid(claims));
        } catch (Unreadable e) {
            return new Result.Refused(Reason.MALFORMED);
        }
    }

    /** What a text says that looks like a licence. Nobody vouches for it: to show, never to decide. */
    public static Optional<Claims> unverified(String license) {
        try {
            return Optional.of(claimsIn(Parts.of(license)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** How licences name a device. */
    public static String hashOf(String fingerprint) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(fingerprint.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Optional<Reason> doubt(Claims claims, Here here) {
        if (claims.product().filter(here.products()::contains).isEmpty()) {
            return Optional.of(Reason.WRONG_PRODUCT);
        }
        if (claims.fingerprint().isPresent()
                && !claims.fingerprint().equals(here.fingerprint().map(LicenseVerifier::hashOf))) {
            return Optional.of(Reason.WRONG_DEVICE);
        }
        if (here.now().getEpochSecond() + CLOCK_TOLERANCE_SECONDS < latest(claims, here)) {
            return Optional.of(Reason.CLOCK_ROLLED_BACK);
        }
        if (here.now().isBefore(claims.validFrom())) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        return claims.validUntil().filter(end -> !here.now().isBefore(end)).map(end -> Reason.EXPIRED);
    }

    /** It cannot be earlier than this: the licence was there, and so was the product. */
    private static long latest(Claims claims, Here here) {
        var lastRun = here.lastRun().orElse(claims.issuedAt());
        return Math.max(lastRun.getEpochSecond(), claims.issuedAt().getEpochSecond());
    }

    private static boolean signed(PublicKey key, Parts parts) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(parts.content().getBytes(US_ASCII));
            return check.verify(parts.signature());
        } catch (GeneralSecurityException e) {
            // A signature or a key that cannot be one.
            return false;
        }
    }

    /** The three parts of a JWS. Its header names the algorithm, the key and the type, and nothing else: whatever else it asked for would be ignored. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Parts(String keyId, String content, byte[] payload, byte[] signature) {

        static Parts of(String license) {
            var text = license.strip();
            var parts = text.length() > LONGEST_LICENSE ? new String[0] : text.split("\\.", -1);
            if (parts.length != 3) {
                throw new Unreadable();
            }
            var header = Json.object(decoded(parts[0]), LONGEST_LICENSE);
            var keyId = string(header, "kid");
            var expected = new HashMap<>(HEADER);
            expected.put("kid", keyId);
            if (!header.equals(expected)) {
                throw new Unreadable();
            }
            return new Parts(keyId, parts[0] + "." + parts[1], decoded(parts[1]), decoded(parts[2]));
        }
    }

    private static Claims claimsIn(Parts parts) {
        var claims = Json.object(parts.payload(), LONGEST_LICENSE);
        return new Claims(
                string(claims, "jti"),
                string(claims, "iss"),
                optional(claims, "sub"),
                optional(claims, "aud"),
                string(claims, "instance"),
                string(claims, "order"),
                number(claims, "quantity"),
                optional(claims, "fingerprint"),
                instant(claims, "iat"),
                instant(claims, "nbf"),
                claims.containsKey("exp") ? Optional.of(instant(claims, "exp")) : Optional.empty());
    }

    private static Map<String, PublicKey> keysIn(String jwkSet) {
        var keys = new HashMap<String, PublicKey>();
        try {
            var set = Json.object(jwkSet.getBytes(UTF_8), LONGEST_KEY_SET);
            if (!(set.get("keys") instanceof List<?> members)) {
                return Map.of();
            }
            for (var member : members) {
                // Other kinds of keys are for others (RFC 7517 §5).
                if (member instanceof Map<?, ?> jwk
                        && "OKP".equals(jwk.get("kty"))
                        && "Ed25519".equals(jwk.get("crv"))
                        && keys.put(string(jwk, "kid"), publicKey(decoded(string(jwk, "x")))) != null) {
                    return Map.of();
                }
            }
            return Map.copyOf(keys);
        } catch (Unreadable e) {
            return Map.of();
        }
    }

    private static PublicKey publicKey(byte[] x) {
        if (x.length != 32) {
            throw new Unreadable();
        }
        var encoded = ByteBuffer.allocate(KEY_PREFIX.length + x.length)
                .put(KEY_PREFIX)
                .put(x);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.array()));
        } catch (GeneralSecurityException e) {
            throw new Unreadable();
        }
    }

    /** The one base64url text of these bytes: without padding, and without bits that mean nothing. */
    private static byte[] decoded(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // As unreadable as a second spelling.
        }
        throw new Unreadable();
    }

    private static String string(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new Unreadable();
    }

    private static Optional<String> optional(Map<?, ?> members, String name) {
        return members.containsKey(name) ? Optional.of(string(members, name)) : Optional.empty();
    }

    private static long number(Map<?, ?> members, String name) {
        if (members.get(name) instanceof Long number && number >= 0) {
            return number;
        }
        throw new Unreadable();
    }

    private static Instant instant(Map<?, ?> members, String name) {
        long seconds = number(members, name);
        if (seconds > LAST_SECOND_OF_9999) {
            throw new Unreadable();
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** Found within, and told by the methods above as what it is. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("unreadable", null, false, false);
        }
    }

    /** Reads JSON as RFC 8259 has it and no other. Of numbers it needs whole ones; any other value that a licence may have one day is {@link #OTHER}. */
    private static final class Json {

        private static final Object OTHER = new Object();
        private static final int DEEPEST = 16;

        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        static Map<String, Object> object(byte[] utf8, int longest) {
            if (utf8.length > longest) {
                throw new Unreadable();
            }
            try {
                var reader = new Json(
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
                reader.blanks();
                var object = reader.object();
                reader.blanks();
                if (reader.at < reader.text.length()) {
                    throw new Unreadable();
                }
                return object;
            } catch (CharacterCodingException e) {
                throw new Unreadable();
            }
        }

        private Object value() {
            if (depth >= DEEPEST) {
                throw new Unreadable();
            }
            depth++;
            var value =
                    switch (peek()) {
                        case '{' -> object();
                        case '[' -> array();
                        case '"' -> string();
                        case 't' -> word("true");
                        case 'f' -> word("false");
                        case 'n' -> word("null");
                        default -> number();
                    };
            depth--;
            return value;
        }

        /** A member that stands twice would be read one way here and another way elsewhere. */
        private Map<String, Object> object() {
            var members = new HashMap<String, Object>();
            expect('{');
            blanks();
            while (peek() != '}') {
                if (!members.isEmpty()) {
                    expect(',');
                    blanks();
                }
                var name = string();
                blanks();
                expect(':');
                blanks();
                if (members.put(name, value()) != null) {
                    throw new Unreadable();
                }
                blanks();
            }
            expect('}');
            return members;
        }

        private List<Object> array() {
            var values = new ArrayList<>();
            expect('[');
            blanks();
            while (peek() != ']') {
                if (!values.isEmpty()) {
                    expect(',');
                    blanks();
                }
                values.add(value());
                blanks();
            }
            expect(']');
            return values;
        }

        private String string() {
            var read = new StringBuilder();
            expect('"');
            while (peek() != '"') {
                char next = take();
                if (next < ' ') {
                    throw new Unreadable();
                }
                read.append(next == '\\' ? escaped() : next);
            }
            expect('"');
            return read.toString();
        }

        private char escaped() {
            char letter = take();
            return switch (letter) {
                case '"', '\\', '/' -> letter;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
                default -> throw new Unreadable();
            };
        }

        private int hex() {
            char digit = take();
            if (!HexFormat.isHexDigit(digit)) {
                throw new Unreadable();
            }
            return HexFormat.fromHexDigit(digit);
        }

        private Object word(String word) {
            for (int letter = 0; letter < word.length(); letter++) {
                expect(word.charAt(letter));
            }
            return OTHER;
        }

        private Object number() {
            int begin = at;
            while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            var number = text.substring(begin, at);
            if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
                throw new Unreadable();
            }
            return number.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(number) : OTHER;
        }

        private void blanks() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw new Unreadable();
            }
            return text.charAt(at);
        }

        private char take() {
            char next = peek();
            at++;
            return next;
        }

        private void expect(char wanted) {
            if (take() != wanted) {
                throw new Unreadable();
            }
        }
    }

    /** Prints what the licence says, or why it is refused. Exit codes: 0 valid, 1 refused, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        var options = new HashMap<String, String>();
        var products = new HashSet<String>();
        for (int at = 0; at + 1 < arguments.size(); at += 2) {
            if (arguments.get(at).equals("--product")) {
                products.add(arguments.get(at + 1));
            }
            options.put(arguments.get(at), arguments.get(at + 1));
        }
        var known = Set.of("--keys", "--license", "--product", "--fingerprint", "--last-run");
        if (arguments.size() % 2 != 0
                || !known.containsAll(options.keySet())
                || !options.keySet().containsAll(Set.of("--keys", "--license", "--product"))) {
            return wrong("usage: LicenseVerifier --keys <file> --license <file> --product <id> [--product <id>]"
                    + " [--fingerprint <text>] [--last-run <2026-11-22T08:00:00Z>]");
        }
        try {
            var verifier = new LicenseVerifier(Files.readString(Path.of(String.valueOf(options.get("--keys")))));
            if (verifier.keyIds().isEmpty()) {
                return wrong("the file of --keys holds no keys for licences");
            }
            var here = new Here(
                    products,
                    Optional.ofNullable(options.get("--fingerprint")),
                    Instant.now(),
                    Optional.ofNullable(options.get("--last-run")).map(Instant::parse));
            // Bytes that are no text are a damaged licence, not a wrong call.
            var licence = new String(Files.readAllBytes(Path.of(String.valueOf(options.get("--license")))), UTF_8);
            var result = verifier.verify(licence, here);
            if (result instanceof Result.Refused refused) {
                System.out.println(refused.reason() + ": " + refused.reason().sentence());
                return 1;
            }
            System.out.println(result);
            return 0;
        } catch (IOException | InvalidPathException | DateTimeException e) {
            return wrong(e.toString());
        }
    }

    private static int wrong(String why) {
        System.err.println(why);
        return 2;
    }
}

package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The formulas of saas-v2 §7 from the JDK alone. */
final class Signing {

    private Signing() {}

    /** §7.3, in lower case. */
    static String sign(String secret, String nonce, String timestamp, byte[] payload) {
        var request = secret + nonce + timestamp + HexFormat.of().formatHex(hmac(secret, payload));
        return HexFormat.of().formatHex(hmac(secret, request.getBytes(UTF_8)));
    }

    /** §7.8. */
    static String bodySign(String secret, byte[] body) {
        return "sign_type=\"HMAC-SHA256\", signature=\"" + Base64.getEncoder().encodeToString(hmac(secret, body))
                + "\"";
    }

    /** §7.4, P2. */
    static Optional<byte[]> canonical(byte[] body) {
        return text(body)
                .flatMap(TreeReader::read)
                .filter(Tree.Obj.class::isInstance)
                .map(Tree.Obj.class::cast)
                .map(object -> new Tree.Obj(object.members().stream()
                        .filter(member -> !member.value().equals(Tree.NULL))
                        .sorted(Comparator.comparing(Tree.Member::name))
                        .toList()))
                .filter(object -> isWellFormed(object))
                .flatMap(object -> bytes(TreeWriter.write(object)));
    }

    /** Strictly. */
    static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** Strictly. */
    static Optional<byte[]> bytes(String text) {
        return UTF_8.newEncoder().canEncode(text) ? Optional.of(text.getBytes(UTF_8)) : Optional.empty();
    }

    private static boolean isWellFormed(Tree tree) {
        return switch (tree) {
            case Tree.Obj(var members) ->
                members.stream().allMatch(member -> bytes(member.name()).isPresent() && isWellFormed(member.value()));
            case Tree.Arr(var items) -> items.stream().allMatch(Signing::isWellFormed);
            case Tree.Text(var value) -> bytes(value).isPresent();
            case Tree.Raw _ -> true;
        };
    }

    private static byte[] hmac(String secret, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.crypto.response.BodySign;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Explains the {@code Body-Sign} of an answer (saas-v2 §7.8). */
final class AnswerSignature {

    private static final String NAME = "Body-Sign";
    private static final Pattern LOOSE = Pattern.compile(
            "\\s*sign_type\\s*=\\s*\"?HMAC-SHA256\"?\\s*,\\s*signature\\s*=\\s*\"?([^\"]*)\"?\\s*",
            Pattern.CASE_INSENSITIVE);

    private AnswerSignature() {}

    /**
     * Whether an answer is signed rightly.
     *
     * @param header its value, without the name
     * @param body the exact bytes
     */
    static Check check(String header, byte[] body, List<GivenKey> keys) {
        for (var key : keys) {
            if (BodySign.value(new AccessKey("given", key.trimmed(), null), body)
                    .equals(header.strip())) {
                return key.expected()
                        ? Check.right(NAME, "key '%s' signs the answer".formatted(key.id()))
                        : Check.wrong(
                                NAME,
                                "key '%s' signs the answer, which belongs to another address or interface type"
                                        .formatted(key.id()));
            }
        }
        var loose = LOOSE.matcher(header);
        if (!loose.matches()) {
            return Check.wrong(NAME, "it is not of the form sign_type=\"HMAC-SHA256\", signature=\"...\"");
        }
        return keys.stream()
                .flatMap(key -> reason(key, loose.group(1).strip(), body).stream())
                .findFirst()
                .orElseGet(
                        () -> Check.wrong(
                                NAME,
                                "none of the given keys signs this answer: another key, or the body was changed after signing"));
    }

    private static Optional<Check> reason(GivenKey key, String signature, byte[] body) {
        var secret = key.trimmed().getBytes(UTF_8);
        var tag = HmacSha256.of(secret, body);
        if (tag.base64().equals(signature)) {
            return Optional.of(
                    Check.wrong(
                            NAME,
                            "the value is right, its form is not: write sign_type=\"HMAC-SHA256\", signature=\"...\" with these quotation marks"));
        }
        if (MacTag.ofHex(signature).filter(tag::equals).isPresent()) {
            return Optional.of(Check.wrong(NAME, "hexadecimal digits instead of Base64"));
        }
        for (var other : List.of(new String(body, UTF_8).stripTrailing(), new String(body, UTF_8) + "\n")) {
            var bytes = other.getBytes(UTF_8);
            if (!Arrays.equals(bytes, body)
                    && HmacSha256.of(secret, bytes).base64().equals(signature)) {
                return Optional.of(Check.wrong(
                        NAME, "the end of the answer was changed after signing: a line break or white space"));
            }
        }
        return Optional.empty();
    }
}

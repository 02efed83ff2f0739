package io.koobridge.crypto.rsa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens client secrets that the marketplace encrypted, with whichever key and in whichever way it did: both public keys of a change-over are in use side by side
 * (tenant-sync §6.2), and no document says which digests OAEP has. Trying several is unambiguous: a wrong one fails OAEP's own check.
 *
 * @param keys newest first
 */
public record RsaKeys(List<RsaKey> keys) {

    /** Twice what the longest key makes, in hexadecimal digits with line breaks. */
    private static final int LONGEST = 8_192;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    public RsaKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one RSA key");
        }
        var ids = new HashSet<String>();
        keys.forEach(key -> {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("two RSA keys have the id '%s'".formatted(key.id()));
            }
        });
    }

    /**
     * A secret, and how it was encrypted.
     *
     * @param secret exactly the text that was encrypted
     */
    public record Opened(String secret, String keyId, OaepVariant variant) {

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Opened[keyId=%s, variant=%s]".formatted(keyId, variant);
        }
    }

    /**
     * Opens what came after the call was authenticated. Why it cannot be opened is nobody's business.
     *
     * @param encrypted Base64 of either alphabet, with or without padding, or hexadecimal digits; white space is ignored
     * @return empty when no key opens it, or when what was encrypted is empty or no UTF-8
     */
    public Optional<Opened> open(String encrypted) {
        if (encrypted.length() > LONGEST) {
            return Optional.empty();
        }
        var text = WHITE_SPACE.matcher(encrypted).replaceAll("");
        return keys.stream()
                .flatMap(key -> bytes(text, key.length()).flatMap(bytes -> opened(key, bytes)))
                .findFirst();
    }

    private static Stream<Opened> opened(RsaKey key, byte[] encrypted) {
        return Stream.of(OaepVariant.values())
                .flatMap(variant -> key.decrypt(encrypted, variant).flatMap(RsaKeys::text).stream()
                        .map(secret -> new Opened(secret, key.id(), variant)));
    }

    private static Optional<String> text(byte[] plain) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString())
                    .filter(secret -> !secret.isEmpty());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** In each spelling that has as many bytes as the key makes. */
    private static Stream<byte[]> bytes(String text, int length) {
        return Stream.of(base64(text), hex(text)).flatMap(Optional::stream).filter(bytes -> bytes.length == length);
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException notHex) {
            return Optional.empty();
        }
    }
}

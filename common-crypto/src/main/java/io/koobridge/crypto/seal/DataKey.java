package io.koobridge.crypto.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

/** The key that values share which were sealed together: AES-256-GCM. Each of them carries its sealed form, behind two bytes with the length of that. */
final class DataKey {

    /** What a data key is sealed for; the values have contexts of their own. */
    static final SealContext CONTEXT = new SealContext("values sealed together", "data key");

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DataKey() {}

    static byte[] generate() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Ours to use, or for bytes that somebody else made; those may be no key. */
    static Aead cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmJce(key);
    }

    static byte[] join(byte[] sealedKey, byte[] value) {
        return ByteBuffer.allocate(Short.BYTES + sealedKey.length + value.length)
                .putShort((short) sealedKey.length)
                .put(sealedKey)
                .put(value)
                .array();
    }

    /** Empty when the bytes are too few for what they say they have. */
    static Optional<Parts> split(byte[] joined) {
        var bytes = ByteBuffer.wrap(joined);
        if (bytes.remaining() < Short.BYTES) {
            return Optional.empty();
        }
        int length = Short.toUnsignedInt(bytes.getShort());
        if (bytes.remaining() < length) {
            return Optional.empty();
        }
        byte[] sealedKey = new byte[length];
        byte[] value = new byte[bytes.remaining() - length];
        bytes.get(sealedKey).get(value);
        return Optional.of(new Parts(sealedKey, value));
    }

    @SuppressWarnings("ArrayRecordComponent") // handed from one method to the next, never compared
    record Parts(byte[] sealedKey, byte[] value) {}
}

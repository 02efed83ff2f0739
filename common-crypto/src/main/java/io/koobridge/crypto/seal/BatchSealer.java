package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Seals values that came together, such as those of all users of one call, with a data key of their own: sealing each by itself takes 0.4 ms, and a call may bring a
 * thousand. Each opens by itself, and only in its place, as others do. Safe for many threads; to be thrown away after its call.
 */
public final class BatchSealer {

    private final Aead cipher;
    private final byte[] sealedKey;

    BatchSealer(Aead cipher, byte[] sealedKey) {
        this.cipher = cipher;
        this.sealedKey = sealedKey;
    }

    /** Printable ASCII of about 160 characters more than 4/3 of the text's bytes; a new one each time, for the same text too. */
    public String seal(String text, SealContext context) {
        try {
            byte[] value = cipher.encrypt(text.getBytes(UTF_8), context.encoded());
            return SealedForm.TOGETHER.write(DataKey.join(sealedKey, value));
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException("sealing failed for " + context, unexpected);
        }
    }
}

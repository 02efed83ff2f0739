package io.koobridge.crypto.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import java.security.GeneralSecurityException;

/** Seals with a public keyset and cannot open what it sealed. Safe for many threads. */
public final class Sealer {

    private static final SealContext WARM_UP = new SealContext("warm-up", "warm-up");

    private final HybridEncrypt encrypt;

    private Sealer(HybridEncrypt encrypt) {
        this.encrypt = encrypt;
    }

    /** Takes a public Tink keyset in JSON, and refuses one with private keys. */
    public static Sealer of(String publicKeyset) {
        try {
            return new Sealer(
                    Keysets.publicOnly(publicKeyset).getPrimitive(Keysets.CONFIGURATION, HybridEncrypt.class));
        } catch (GeneralSecurityException unsuitable) {
            throw new IllegalArgumentException("the keys of this keyset are not for hybrid encryption", unsuitable);
        }
    }

    /** Printable ASCII of about 75 characters more than 4/3 of the text's bytes; a new one each time, for the same text too. */
    public String seal(String text, SealContext context) {
        try {
            return SealedForm.ALONE.write(encrypt.encrypt(text.getBytes(UTF_8), context.encoded()));
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException("sealing failed for " + context, unexpected);
        }
    }

    /** For values that come together, such as those of all users of one call. */
    public BatchSealer together() {
        try {
            byte[] key = DataKey.generate();
            return new BatchSealer(DataKey.cipher(key), encrypt.encrypt(key, DataKey.CONTEXT.encoded()));
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException("a data key cannot be sealed", unexpected);
        }
    }

    /** To be called at start: the first sealing of a process takes some hundred milliseconds, too many for a callback. */
    public void warmUp() {
        seal("", WARM_UP);
        together().seal("", WARM_UP);
    }
}

package io.koobridge.crypto.mac;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over parts that are joined without a separator. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    /** Found once: looking for it costs as much as a short tag. */
    private static final Provider PROVIDER = provider();

    private HmacSha256() {}

    /** The tag of all parts in order; the key is not empty. */
    public static MacTag of(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM, PROVIDER);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return new MacTag(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw impossible(impossible);
        }
    }

    private static Provider provider() {
        try {
            return Mac.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw impossible(impossible);
        }
    }

    private static IllegalStateException impossible(GeneralSecurityException cause) {
        return new IllegalStateException("every Java platform has " + ALGORITHM, cause);
    }
}

package io.koobridge.crypto.seal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;

/**
 * A new pair of keysets for one purpose: HPKE with X25519, HKDF-SHA256 and AES-256-GCM.
 *
 * @param privateKeyset Tink JSON for the one service that opens; a secret
 * @param publicKeyset Tink JSON for whoever seals
 */
public record SealingKeys(String privateKeyset, String publicKeyset) {

    public static SealingKeys generate() {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(Keysets.PARAMETERS, Keysets.CONFIGURATION);
            return new SealingKeys(
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, Keysets.CONFIGURATION, InsecureSecretKeyAccess.get()),
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            keyset.getPublicKeysetHandle(), Keysets.CONFIGURATION));
        } catch (GeneralSecurityException unexpected) {
            throw new IllegalStateException("no sealing keys could be generated", unexpected);
        }
    }

    /** Never shows the private keys. */
    @Override
    public String toString() {
        return "SealingKeys[privateKeyset=***, publicKeyset=" + publicKeyset + "]";
    }
}

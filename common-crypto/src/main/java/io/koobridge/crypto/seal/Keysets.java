package io.koobridge.crypto.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/** Tink's keysets in its JSON format, without its global registry. Messages never carry key material, hence no causes. */
final class Keysets {

    static final Configuration CONFIGURATION = HybridConfig2026.get();

    static final HpkeParameters PARAMETERS = parameters();

    private Keysets() {}

    static KeysetHandle publicOnly(String json) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, CONFIGURATION);
        } catch (GeneralSecurityException secretOrUnreadable) {
            throw new IllegalArgumentException(
                    "sealing takes a public Tink keyset in JSON; this one is unreadable or holds private keys, which do not belong here");
        }
    }

    static KeysetHandle withPrivateKeys(String json) {
        KeysetHandle keyset = parse(json);
        boolean opens = IntStream.range(0, keyset.size())
                .allMatch(index -> keyset.getAt(index).getKey() instanceof HpkePrivateKey);
        if (!opens) {
            throw new IllegalArgumentException(
                    "opening takes the private Tink keyset; this one holds public keys, which can only seal");
        }
        return keyset;
    }

    private static KeysetHandle parse(String json) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, CONFIGURATION, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("opening takes a private Tink keyset in JSON; this one is unreadable");
        }
    }

    private static HpkeParameters parameters() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("these parameters are complete", impossible);
        }
    }
}

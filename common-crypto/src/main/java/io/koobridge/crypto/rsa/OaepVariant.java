package io.koobridge.crypto.rsa;

import java.security.spec.MGF1ParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** What "RSA with OAEP" has been taken to mean, in the order in which it is tried (tenant-sync §8.2). The label is always empty. */
public enum OaepVariant {
    /** SHA-256 for both digests: BouncyCastle for {@code OAEPWithSHA-256AndMGF1Padding}, and most libraries beyond Java. */
    SHA_256("SHA-256", "SHA-256"),
    /** SHA-256 with SHA-1 for the mask: the JDK for the very same name. */
    SHA_256_MASKED_BY_SHA_1("SHA-256", "SHA-1"),
    /** SHA-1 for both: {@code OAEPPadding}, and OpenSSL by default. */
    SHA_1("SHA-1", "SHA-1");

    private final String digest;
    private final String mask;

    OaepVariant(String digest, String mask) {
        this.digest = digest;
        this.mask = mask;
    }

    OAEPParameterSpec parameters() {
        return new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT);
    }
}

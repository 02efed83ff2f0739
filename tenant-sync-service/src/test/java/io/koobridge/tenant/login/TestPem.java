package io.koobridge.tenant.login;

import io.koobridge.crypto.key.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Keys of tests, as files of them would be. */
public final class TestPem {

    private TestPem() {}

    public static KeyPair pair(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static String privateHalf(KeyPair pair) {
        return Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    public static String publicHalf(KeyPair pair) {
        return Pem.write("PUBLIC KEY", pair.getPublic().getEncoded());
    }
}

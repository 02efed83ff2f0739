package io.koobridge.stack.keys;

import io.koobridge.stack.environment.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.util.Base64;
import java.util.function.Supplier;

/** Key pairs as two PEM files (PKCS #8, SubjectPublicKeyInfo), made when one of them is missing. */
final class Pem {

    private Pem() {}

    static void keepPair(Path publicKey, Path privateKey, Supplier<KeyPair> made) {
        if (!Files.exists(publicKey) || !Files.exists(privateKey)) {
            var pair = made.get();
            PrivateFiles.write(privateKey, text("PRIVATE KEY", pair.getPrivate()));
            PrivateFiles.write(publicKey, text("PUBLIC KEY", pair.getPublic()));
        }
    }

    private static String text(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }
}

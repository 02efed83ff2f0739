package io.koobridge.stack.keys;

import io.koobridge.stack.environment.PrivateFiles;
import io.koobridge.stack.environment.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;

/** The key pair by which KooGallery's kit encrypts client secrets (3072 bits), as PEM files. */
public record RsaKeyFiles(Path publicKey, Path privateKey) {

    public static final String PUBLIC = "KOOBRIDGE_RSA_PUBLIC_KEY";
    public static final String PRIVATE = "KOOBRIDGE_RSA_PRIVATE_KEY";

    static RsaKeyFiles in(Path home, Settings settings, Generator generator) {
        Path publicKey = home.resolve("rsa-public.pem");
        Path privateKey = home.resolve("rsa-private.pem");
        if (!Files.exists(publicKey) || !Files.exists(privateKey)) {
            var pair = generator.rsa();
            PrivateFiles.write(privateKey, pem("PRIVATE KEY", pair.getPrivate()));
            PrivateFiles.write(publicKey, pem("PUBLIC KEY", pair.getPublic()));
        }
        return new RsaKeyFiles(
                settings.get(PUBLIC).map(Path::of).orElse(publicKey).toAbsolutePath(),
                settings.get(PRIVATE).map(Path::of).orElse(privateKey).toAbsolutePath());
    }

    private static String pem(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }
}

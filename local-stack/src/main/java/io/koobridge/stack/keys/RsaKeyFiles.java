package io.koobridge.stack.keys;

import io.koobridge.stack.environment.Settings;
import java.nio.file.Path;

/** The key pair by which KooGallery's kit encrypts client secrets (3072 bits), as PEM files. */
public record RsaKeyFiles(Path publicKey, Path privateKey) {

    public static final String PUBLIC = "KOOBRIDGE_RSA_PUBLIC_KEY";
    public static final String PRIVATE = "KOOBRIDGE_RSA_PRIVATE_KEY";

    static RsaKeyFiles in(Path home, Settings settings, Generator generator) {
        Path publicKey = home.resolve("rsa-public.pem");
        Path privateKey = home.resolve("rsa-private.pem");
        Pem.keepPair(publicKey, privateKey, generator::rsa);
        return new RsaKeyFiles(
                settings.get(PUBLIC).map(Path::of).orElse(publicKey).toAbsolutePath(),
                settings.get(PRIVATE).map(Path::of).orElse(privateKey).toAbsolutePath());
    }
}

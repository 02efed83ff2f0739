package io.koobridge.stack.keys;

import io.koobridge.stack.environment.Settings;
import java.nio.file.Path;

/** The key pair by which licences are signed (Ed25519), as PEM files: whoever has the public one verifies without asking anybody. */
public record LicenseKeyFiles(Path publicKey, Path privateKey) {

    public static final String PUBLIC = "KOOBRIDGE_LICENSE_PUBLIC_KEY";
    public static final String PRIVATE = "KOOBRIDGE_LICENSE_PRIVATE_KEY";

    static LicenseKeyFiles in(Path home, Settings settings, Generator generator) {
        Path publicKey = home.resolve("license-public.pem");
        Path privateKey = home.resolve("license-private.pem");
        Pem.keepPair(publicKey, privateKey, generator::ed25519);
        return new LicenseKeyFiles(
                settings.get(PUBLIC).map(Path::of).orElse(publicKey).toAbsolutePath(),
                settings.get(PRIVATE).map(Path::of).orElse(privateKey).toAbsolutePath());
    }
}

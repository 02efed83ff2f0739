package io.koobridge.stack.keys;

import java.nio.file.Path;

/** The key pair by which identities of those who logged in are signed (P-256), as PEM files; nobody but tenant-sync-service needs them. */
public record LoginKeyFiles(Path publicKey, Path privateKey) {

    static LoginKeyFiles in(Path home, Generator generator) {
        Path publicKey = home.resolve("login-public.pem").toAbsolutePath();
        Path privateKey = home.resolve("login-private.pem").toAbsolutePath();
        Pem.keepPair(publicKey, privateKey, generator::p256);
        return new LoginKeyFiles(publicKey, privateKey);
    }
}

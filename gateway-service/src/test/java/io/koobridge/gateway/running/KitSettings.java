package io.koobridge.gateway.running;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.SealingKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keys of the joint-operations kit for the first address that every gateway of the tests has. */
final class KitSettings {

    static final String KEY = "kg-test-key-kit-7d1e0c5b";

    private static final SealingKeys USERS = SealingKeys.generate();

    /** What tenant-sync-service has. */
    static final Opener OPENER = Opener.of(USERS.privateKeyset());

    private KitSettings() {}

    static Map<String, String> of(URI tenantSync) {
        return Map.of(
                "koobridge.gateway.tenant-sync-url",
                tenantSync.toString(),
                "koobridge.gateway.addresses[0].keys.kit[0].id",
                "kit-1",
                "koobridge.gateway.addresses[0].keys.kit[0].secret",
                KEY,
                "koobridge.sealing.users.public-keyset",
                keyset());
    }

    private static String keyset() {
        try {
            var file = Files.createTempFile(Path.of("target"), "users", ".json");
            return "file:" + Files.writeString(file, USERS.publicKeyset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

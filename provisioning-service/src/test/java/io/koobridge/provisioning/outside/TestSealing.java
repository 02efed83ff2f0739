package io.koobridge.provisioning.outside;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.service.seal.Sealing;

/** Sealing with keys of this JVM's own. */
final class TestSealing {

    private static final SealingKeys KEYS = SealingKeys.generate();

    static final Sealing CONTACT = new Sealing(Sealer.of(KEYS.publicKeyset()), Opener.of(KEYS.privateKeyset()));

    private TestSealing() {}

    static Sealing withOtherKeys() {
        var keys = SealingKeys.generate();
        return new Sealing(Sealer.of(keys.publicKeyset()), Opener.of(keys.privateKeyset()));
    }
}

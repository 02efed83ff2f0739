package io.koobridge.stack.keys;

import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.stack.environment.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The keysets of one purpose, as the files that production would mount (design §7). */
public record SealingFiles(Path publicKeyset, Path privateKeyset) {

    /** What is sealed; each purpose has keys of its own. */
    public enum Purpose {
        /** Mobile numbers and e-mail addresses of buyers. */
        CONTACT,
        /** Initial passwords. */
        CREDENTIALS,
        /** Mobile numbers and e-mail addresses of users of joint operations. */
        USERS,
        /** Secrets by which enterprises let their users log in. */
        CLIENTS
    }

    static SealingFiles in(Path home, Purpose purpose) {
        var name = "sealing-" + purpose.name().toLowerCase(Locale.ROOT);
        var publicKeyset = home.resolve(name + "-public.json").toAbsolutePath();
        var privateKeyset = home.resolve(name + "-private.json").toAbsolutePath();
        if (!Files.exists(publicKeyset) || !Files.exists(privateKeyset)) {
            var keys = SealingKeys.generate();
            PrivateFiles.write(privateKeyset, keys.privateKeyset());
            PrivateFiles.write(publicKeyset, keys.publicKeyset());
        }
        return new SealingFiles(publicKeyset, privateKeyset);
    }
}

package io.koobridge.service.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/** Seals and opens the texts of one purpose, each for its subject and field (design §7). */
public final class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final Opener opener;

    public Sealing(Sealer sealer, Opener opener) {
        this.sealer = sealer;
        this.opener = opener;
    }

    /**
     * With keysets that are mounted files.
     *
     * @throws java.io.UncheckedIOException naming the file that cannot be read
     */
    public static Sealing of(KeysetPair keysets) {
        var sealer = Sealer.of(text(requireNonNull(keysets.publicKeyset())));
        sealer.warmUp();
        return new Sealing(sealer, Opener.of(text(requireNonNull(keysets.privateKeyset()))));
    }

    private static String text(Resource keyset) {
        try {
            return keyset.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a keyset named by koobridge.sealing cannot be read: " + keyset, e);
        }
    }

    public @Nullable SealedText seal(String subject, String field, @Nullable String text) {
        return text == null ? null : new SealedText(sealer.seal(text, new SealContext(subject, field)));
    }

    /** Null when there is nothing, or nothing that this keyset opens: a lost key must not stop an instance. */
    public @Nullable String open(String subject, String field, @Nullable SealedText sealed) {
        return Optional.ofNullable(sealed)
                .map(text -> opener.open(text.value(), new SealContext(subject, field)))
                .map(opening -> switch (opening) {
                    case Opening.Opened(var text) -> text;
                    case Opening.Closed(var reason) -> {
                        log.atError()
                                .addKeyValue("instanceId", subject)
                                .addKeyValue("field", field)
                                .addKeyValue("reason", reason)
                                .log("a sealed value cannot be opened");
                        yield null;
                    }
                })
                .orElse(null);
    }
}

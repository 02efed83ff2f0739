package io.koobridge.tenant.login.ledger;

import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.Opening;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import io.koobridge.tenant.login.domain.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refresh tokens on their way into the store and out of it, sealed to one user's name (design §7). */
public final class RefreshTokens {

    private static final String FIELD = "refresh-token";

    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

    private final Sealer sealer;
    private final Opener opener;

    public RefreshTokens(Sealer sealer, Opener opener) {
        this.sealer = sealer;
        this.opener = opener;
    }

    public @Nullable SealedText seal(Person person, @Nullable String token) {
        return token == null ? null : new SealedText(sealer.seal(token, new SealContext(person.subject(), FIELD)));
    }

    /** Empty when there is none, or none that these keys open: then he logs in again. */
    public Optional<String> open(Person person, @Nullable SealedText sealed) {
        return Optional.ofNullable(sealed)
                .flatMap(text -> switch (opener.open(text.value(), new SealContext(person.subject(), FIELD))) {
                    case Opening.Opened(var token) -> Optional.of(token);
                    case Opening.Closed(var reason) -> {
                        log.atError()
                                .addKeyValue("field", FIELD)
                                .addKeyValue("reason", reason)
                                .log("a sealed value cannot be opened");
                        yield Optional.<String>empty();
                    }
                });
    }
}

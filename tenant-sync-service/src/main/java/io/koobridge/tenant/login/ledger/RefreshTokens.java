package io.koobridge.tenant.login.ledger;

import io.koobridge.events.SealedText;
import io.koobridge.service.seal.Sealing;
import io.koobridge.tenant.login.domain.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refresh tokens on their way into the store and out of it, sealed to one user's name (design §7). */
public final class RefreshTokens {

    private static final String FIELD = "refreshToken";

    private final Sealing sealing;

    public RefreshTokens(Sealing sealing) {
        this.sealing = sealing;
    }

    public @Nullable SealedText seal(Person person, @Nullable String token) {
        return sealing.seal(person.subject(), FIELD, token);
    }

    /** Empty when there is none, or none that these keys open: then he logs in again. */
    public Optional<String> open(Person person, @Nullable SealedText sealed) {
        return Optional.ofNullable(sealing.open(person.subject(), FIELD, sealed));
    }
}

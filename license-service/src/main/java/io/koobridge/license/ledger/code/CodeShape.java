package io.koobridge.license.ledger.code;

import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.service.ledger.Shape;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Codes as the ledger sees them. */
public final class CodeShape implements Shape<AuthorizationCode> {

    /** The cached answer goes on meanwhile. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Override
    public Class<AuthorizationCode> type() {
        return AuthorizationCode.class;
    }

    @Override
    public long generation(AuthorizationCode code) {
        return code.generation();
    }

    @Override
    public String phase(AuthorizationCode code) {
        if (code.released()) {
            return "RELEASED";
        }
        var frozen = code.frozen();
        return frozen != null && frozen.value()
                ? "FROZEN"
                : code.activation().stage().name();
    }

    @Override
    public @Nullable String orderId(AuthorizationCode code) {
        return code.bought().orderId();
    }

    @Override
    public Duration patience(AuthorizationCode code) {
        return PATIENCE;
    }
}

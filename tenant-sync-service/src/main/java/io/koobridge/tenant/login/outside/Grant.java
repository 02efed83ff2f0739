package io.koobridge.tenant.login.outside;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a code or a refresh token is changed into (tenant-sync §7.3).
 *
 * @param refreshToken absent: it cannot be renewed
 */
public record Grant(String accessToken, @Nullable String refreshToken, Duration expiresIn) {

    /** Never shows a token. */
    @Override
    public String toString() {
        return "Grant[expiresIn=%s]".formatted(expiresIn);
    }
}

package io.koobridge.simulator.oneaccess;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the OneAccess of one enterprise behaves. Everything is optional.
 *
 * @param tokenDelayMillis before a token is answered
 * @param tokenStatus an answer instead of a token
 * @param withoutRefreshToken as one of the printed examples
 * @param tokenSeconds life of an access token
 * @param userinfo what is said of a user
 */
public record Conduct(
        @Nullable Integer tokenDelayMillis,
        @Nullable Integer tokenStatus,
        @Nullable Boolean withoutRefreshToken,
        @Nullable Integer tokenSeconds,
        @Nullable Userinfo userinfo) {
    static final Conduct DOCUMENTED = new Conduct(null, null, null, null, null);
    private static final int LONGEST_DELAY = 120_000;
    private static final int LIFE = 7_200;

    /** The forms of the answer about a user; CAS follows the last two. */
    public enum Userinfo {
        FULL,
        /** The five members of the printed example. */
        PRINTED,
        FOREIGN_TENANT,
        UNAUTHORIZED
    }

    public Conduct {
        between("tokenDelayMillis", tokenDelayMillis, 0, LONGEST_DELAY);
        between("tokenStatus", tokenStatus, 400, 599);
        between("tokenSeconds", tokenSeconds, 1, LIFE);
    }

    private static void between(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
        }
    }

    int delay() {
        return Objects.requireNonNullElse(tokenDelayMillis, 0);
    }

    boolean refreshes() {
        return !Boolean.TRUE.equals(withoutRefreshToken);
    }

    int life() {
        return Objects.requireNonNullElse(tokenSeconds, LIFE);
    }

    Userinfo says() {
        return Objects.requireNonNullElse(userinfo, Userinfo.FULL);
    }
}

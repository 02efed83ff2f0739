package io.koobridge.tenant.login.domain;

import io.koobridge.events.SealedText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is logged in to an application.
 *
 * @param place where it is kept; another session's when this one is over
 * @param application by its name
 * @param authTime when he said who he is
 * @param until after which he says it again, whatever happens
 */
public record LoginSession(
        String place, String application, Person person, Access access, Instant authTime, Instant until) {

    /** Before the end of what the authentication centre gave, so that a slow answer interrupts nobody. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /**
     * For how long the authentication centre vouches for him. An access token is not kept: nobody needs it twice.
     *
     * @param refreshToken absent: it cannot be asked again
     * @param until absent: it did not say, as with tickets
     * @param askedUntil somebody asks it just now: a refresh token is good for one use
     */
    public record Access(
            @Nullable SealedText refreshToken,
            @Nullable Instant until,
            @Nullable Instant askedUntil) {

        /** Of a ticket. */
        public static final Access NONE = new Access(null, null, null);

        private boolean asked(Instant now) {
            return askedUntil != null && now.isBefore(askedUntil);
        }

        public Access askedUntil(Instant end) {
            return new Access(refreshToken, until, end);
        }
    }

    /** Whether the authentication centre is to be asked once more. */
    public boolean dueAt(Instant now) {
        var vouched = access.until();
        return vouched != null
                && access.refreshToken() != null
                && !access.asked(now)
                && !now.isBefore(vouched.minus(AHEAD));
    }

    /** Whether it is over: of age, or because nobody vouches for him any more. */
    public boolean overAt(Instant now) {
        var vouched = access.until();
        return !now.isBefore(until) || (vouched != null && !now.isBefore(vouched) && access.refreshToken() == null);
    }

    /** Whether he may go on while the authentication centre does not answer. */
    public boolean vouchedAt(Instant now) {
        var vouched = access.until();
        return vouched == null || now.isBefore(vouched);
    }

    public LoginSession with(Person other) {
        return new LoginSession(place, application, other, access, authTime, until);
    }

    public LoginSession with(Access other) {
        return new LoginSession(place, application, person, other, authTime, until);
    }

    public LoginSession at(String other) {
        return new LoginSession(other, application, person, access, authTime, until);
    }
}

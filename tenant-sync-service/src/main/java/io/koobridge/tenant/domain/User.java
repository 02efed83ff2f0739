package io.koobridge.tenant.domain;

import io.koobridge.events.SealedText;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of a tenant: one person, whatever number of applications he may use (tenant-sync §2.3).
 *
 * @param userName unique in the tenant
 * @param grants by application id
 */
public record User(String tenantId, String userName, Profile profile, Map<String, Grant> grants) {

    public User {
        grants = Map.copyOf(grants);
    }

    /**
     * What is known of him. What was never told is absent.
     *
     * @param extension members that the protocol does not name
     * @param toldAt when the marketplace told of it last
     */
    public record Profile(
            @Nullable String name,
            @Nullable String orgCode,
            @Nullable String position,
            @Nullable String employeeCode,
            @Nullable Integer employeeType,
            @Nullable SealedText mobile,
            @Nullable SealedText email,
            @Nullable String workPlace,
            @Nullable String entryDate,
            Map<String, SealedText> extension,
            @Nullable Instant toldAt) {

        static final Profile UNKNOWN =
                new Profile(null, null, null, null, null, null, null, null, null, Map.of(), null);

        public Profile {
            extension = Map.copyOf(extension);
        }
    }

    /**
     * What he may do with one application.
     *
     * @param standing whether he may use it
     * @param role {@code user} or {@code admin}; another one is an ordinary user's
     * @param enabled false: he is known, and may not log in
     * @param toldAt when the marketplace told of it last
     * @param bindings instances through which it was told
     * @param test told by debugging calls alone
     */
    public record Grant(
            Standing standing,
            @Nullable String role,
            boolean enabled,
            Instant toldAt,
            Set<String> bindings,
            boolean test) {

        public Grant {
            bindings = Set.copyOf(bindings);
        }

        /** Whether he may log in with it. */
        public boolean opens() {
            return standing == Standing.GRANTED && enabled;
        }
    }

    /** Whether a user may use an application. */
    public enum Standing {
        GRANTED,
        /** Taken back; what is known of him stays. */
        CANCELLED,
        /** The application is to forget him. */
        DELETED
    }
}

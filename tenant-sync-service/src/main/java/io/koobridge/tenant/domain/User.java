package io.koobridge.tenant.domain;

import io.koobridge.events.SealedText;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
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

        /** The same, told at another time. */
        Profile since(@Nullable Instant time) {
            return new Profile(
                    name,
                    orgCode,
                    position,
                    employeeCode,
                    employeeType,
                    mobile,
                    email,
                    workPlace,
                    entryDate,
                    extension,
                    time);
        }
    }

    /**
     * What he may do with one application.
     *
     * @param role {@code user} or {@code admin}; another one is an ordinary user's
     * @param enabled false: he is known, and may not log in
     * @param toldAt when role and {@code enabled} were told last
     * @param shares by instance through which he was told; under {@value Tenant#CREDENTIAL} what had none
     */
    public record Grant(@Nullable String role, boolean enabled, Instant toldAt, Map<String, Share> shares) {

        public Grant {
            shares = Map.copyOf(shares);
        }

        /** Taken back through one instance, he may still use it through another (tenant-sync §2.3). */
        public Standing standing() {
            return shares.values().stream()
                    .map(Share::standing)
                    .min(Comparator.naturalOrder())
                    .orElse(Standing.DELETED);
        }

        /** Told by debugging calls alone. */
        public boolean test() {
            return shares.values().stream().allMatch(Share::test);
        }

        /** Whether he may log in with it. */
        public boolean opens() {
            return standing() == Standing.GRANTED && enabled;
        }

        boolean says(Grant other) {
            return Objects.equals(role, other.role)
                    && enabled == other.enabled
                    && standing() == other.standing()
                    && test() == other.test();
        }
    }

    /** What one instance told of him. */
    public record Share(Standing standing, Instant toldAt, boolean test) {}

    /** Until every application was told to forget him. */
    public boolean present() {
        return grants.values().stream().anyMatch(grant -> grant.standing() != Standing.DELETED);
    }

    /** Whether nobody who is told of him would see a difference. */
    public boolean says(User other) {
        return profile.since(null).equals(other.profile.since(null))
                && grants.keySet().equals(other.grants.keySet())
                && grants.entrySet().stream().allMatch(grant -> grant.getValue()
                        .says(Objects.requireNonNull(other.grants.get(grant.getKey()))));
    }

    /** Whether a user may use an application. What comes first counts, where instances say different things. */
    public enum Standing {
        GRANTED,
        /** Taken back; what is known of him stays. */
        CANCELLED,
        /** The application is to forget him. */
        DELETED
    }
}

package io.koobridge.tenant.domain.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as he is wanted.
 *
 * @param userName unique in the tenant alone
 * @param name his user name, where none was told
 * @param contact in clear
 * @param orgCode the department's, as it was told: it may come later, or be gone
 * @param departmentPlace the directory's id of the department; absent where the directory has none yet
 * @param roles what he may do, by application id; none where he may use nothing
 * @param active false: he is known, and may not log in
 * @param present false: every application is to forget him
 * @param test told by debugging and the credential stage alone
 * @param place absent: he was never written, or nobody knows
 * @param generation rises with every change of what is wanted; one below the highest that was applied is to be ignored
 */
public record WantedUser(
        String tenantId,
        String userName,
        String name,
        Contact contact,
        Work work,
        @Nullable String orgCode,
        @Nullable String departmentPlace,
        Map<String, String> roles,
        boolean active,
        boolean present,
        boolean test,
        @Nullable Place place,
        long generation) {

    public WantedUser {
        roles = Map.copyOf(roles);
    }

    /** How he is reached; each absent where it was not told. */
    public record Contact(@Nullable String mobile, @Nullable String email) {

        /** Nothing of either. */
        @Override
        public String toString() {
            return "Contact";
        }
    }

    /**
     * What he is at work; each absent where it was not told.
     *
     * @param employeeType 1 regular, 2 intern, 3 dispatched, 4 outsourced
     * @param entryDate as it came
     * @param extension members that the protocol does not name, as text
     */
    public record Work(
            @Nullable String position,
            @Nullable String employeeCode,
            @Nullable Integer employeeType,
            @Nullable String workPlace,
            @Nullable String entryDate,
            Map<String, String> extension) {

        public Work {
            extension = Map.copyOf(extension);
        }

        /** Nothing of him. */
        @Override
        public String toString() {
            return "Work";
        }
    }
}

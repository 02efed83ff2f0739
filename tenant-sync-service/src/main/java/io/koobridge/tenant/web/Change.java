package io.koobridge.tenant.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.koobridge.tenant.domain.directory.WantedUser;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A department or a user as it is now, for the product that reads what changed (docs/directory.md). */
sealed interface Change {

    /** Generation of the tenant in which it changed last. */
    long position();

    @JsonIgnore
    Cursor cursor();

    /**
     * A department.
     *
     * @param present false: it was taken away
     * @param parentCode absent for a top department
     */
    record DepartmentChange(
            String kind,
            String orgCode,
            boolean present,
            @Nullable String name,
            @Nullable String parentCode,
            long position)
            implements Change {

        @Override
        public Cursor cursor() {
            return new Cursor(position, Cursor.Kind.DEPARTMENT, orgCode);
        }
    }

    /**
     * A user.
     *
     * @param present false: every application is to forget him, and nothing else of him is said
     * @param active whether he may log in at all
     * @param roles by application id
     */
    record UserChange(
            String kind,
            String userName,
            boolean present,
            boolean active,
            @Nullable String name,
            @Nullable String orgCode,
            Map<String, String> roles,
            @Nullable String mobile,
            @Nullable String email,
            WantedUser.@Nullable Work work,
            boolean test,
            long position)
            implements Change {

        @Override
        public Cursor cursor() {
            return new Cursor(position, Cursor.Kind.USER, userName);
        }

        static UserChange of(WantedUser user, long position) {
            var gone = !user.present();
            return new UserChange(
                    "user",
                    user.userName(),
                    user.present(),
                    user.present() && user.active(),
                    gone ? null : user.name(),
                    gone ? null : user.orgCode(),
                    gone ? Map.of() : new TreeMap<>(user.roles()),
                    gone ? null : user.contact().mobile(),
                    gone ? null : user.contact().email(),
                    gone ? null : user.work(),
                    user.test(),
                    position);
        }

        /** Nothing of what he is reached by. */
        @Override
        public String toString() {
            return "UserChange[userName=%s]".formatted(userName);
        }
    }
}

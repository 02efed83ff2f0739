package io.koobridge.simulator.enterprise;

import java.time.LocalDate;
import java.util.Locale;

/** Somebody who works in an enterprise. */
public record Member(int number, Person person, Standing standing) {

    /** What never changes. */
    public record Person(
            String userName,
            String name,
            String employeeCode,
            int employeeType,
            String mobile,
            String email,
            String workPlace,
            LocalDate entryDate) {}

    public enum Role {
        USER,
        ADMIN;

        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What may change.
     *
     * @param left no longer in the enterprise
     */
    public record Standing(String orgCode, String position, Role role, boolean enabled, boolean left) {

        Standing in(String department) {
            return new Standing(department, position, role, enabled, left);
        }

        Standing as(String other) {
            return new Standing(orgCode, other, role, enabled, left);
        }

        Standing as(Role other) {
            return new Standing(orgCode, position, other, enabled, left);
        }

        Standing enabled(boolean now) {
            return new Standing(orgCode, position, role, now, left);
        }

        Standing leaving() {
            return new Standing(orgCode, position, role, false, true);
        }
    }
}

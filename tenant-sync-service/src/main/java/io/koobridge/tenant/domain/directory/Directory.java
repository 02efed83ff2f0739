package io.koobridge.tenant.domain.directory;

/**
 * The seller's directory of people. Told the whole wanted state of one entry at a time, as often as it needs, for a call before may have been applied without an
 * answer. Blocking; a call lasts 20 s at most.
 */
public interface Directory {

    /** What it is called in metrics and logs: {@code scim}, {@code webhook}. */
    String name();

    /** Whether there is one to tell; where there is none, the product reads what changed itself. */
    default boolean keeps() {
        return true;
    }

    /** A department's place among the others comes with it. */
    Written write(WantedDepartment department);

    Written write(WantedUser user);
}

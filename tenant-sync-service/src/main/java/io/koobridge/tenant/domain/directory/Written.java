package io.koobridge.tenant.domain.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one entry. */
public sealed interface Written {

    /**
     * It is as wanted.
     *
     * @param place where the directory keeps it; absent where it is not kept any more, or the directory tells no place
     */
    record Done(@Nullable Place place) implements Written {}

    /**
     * It is not, or nobody knows whether it is.
     *
     * @param after the directory asks not to be called again before this long; absent: it says nothing of it
     */
    record Later(@Nullable Duration after, String why) implements Written {}

    /** It is kept, but the department that it is a member of is not in the directory any more: that one is to be written again first. */
    record Orphaned(String why) implements Written {}

    /** Refused for good, as it is: tried again when something else is wanted of it, or a person asks. */
    record Refused(String why) implements Written {}
}

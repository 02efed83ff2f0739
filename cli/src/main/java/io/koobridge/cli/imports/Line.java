package io.koobridge.cli.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a seller's file.
 *
 * @param number of the line on which it begins, from 1
 */
sealed interface Line {

    long number();

    /** Its filled columns; a value is a text, or in JSON a list of texts. */
    record Row(long number, Map<String, Object> members) implements Line {

        @Nullable String instanceId() {
            return members.get("instanceId") instanceof String id ? id : null;
        }

        /** Passwords and contact data are in it. */
        @Override
        public String toString() {
            return "Row(line %d)".formatted(number);
        }
    }

    /** Not readable. */
    record Bad(long number, String why) implements Line {}
}

package io.koobridge.simulator.fault;

import org.jspecify.annotations.Nullable;

/** Members that may be left out and must stay within limits. JSON that leaves one out leaves it null. */
final class Limits {
    private Limits() {}

    static Integer number(String name, @Nullable Integer value, int otherwise, int least, int most) {
        int number = value == null ? otherwise : value;
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
        return number;
    }

    static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}

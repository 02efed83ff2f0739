package io.koobridge.gateway.config;

import org.jspecify.annotations.Nullable;

/** Refuses a setting in a sentence that begins with its name. */
final class Invalid {

    private Invalid() {}

    static void when(boolean wrong, String setting, String why) {
        if (wrong) {
            throw new IllegalArgumentException(setting + " " + why);
        }
    }

    static <T> T ifAbsent(@Nullable T value, String setting) {
        if (value == null) {
            throw new IllegalArgumentException(setting + " must be set");
        }
        return value;
    }
}

package io.koobridge.gateway.config;

import io.koobridge.gateway.address.AddressKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Refuses a setting in a sentence that begins with its name. */
final class Invalid {

    private Invalid() {}

    static void when(boolean wrong, String setting, String why) {
        if (wrong) {
            throw new IllegalArgumentException(setting + " " + why);
        }
    }

    /** Who sets what has no effect believes that it has one. */
    static void ifGiven(@Nullable Object value, String setting, AddressKind where) {
        when(value != null, setting, "must not be set: it means nothing on an address of the kind " + where);
    }

    /** What is made, or why it cannot be, with the name that the maker does not know. */
    static <T> T named(String setting, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage());
        }
    }

    static <T> T ifAbsent(@Nullable T value, String setting) {
        if (value == null) {
            throw new IllegalArgumentException(setting + " must be set");
        }
        return value;
    }
}

package io.koobridge.runtime.webhook;

import io.koobridge.events.wire.Json;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Reads what a service of the seller's wrote. Never throws, and never quotes: what cannot be read may hold a password. */
public final class WebhookJson {

    private WebhookJson() {}

    /** What was read, or where the reader stopped. */
    public sealed interface Reading<T> {
        record Read<T>(T value) implements Reading<T> {}

        /** Why not, as a sentence's end: "… cannot be read: at appInfo". */
        record Unreadable<T>(String why) implements Reading<T> {}
    }

    /** Numbers beyond all measure and half a document are as unreadable as no JSON at all. */
    public static <T> Reading<T> read(byte[] body, Class<T> type) {
        try {
            var value = Json.mapper().readValue(body, type);
            return value == null ? new Reading.Unreadable<>("it is null") : new Reading.Read<>(value);
        } catch (ArithmeticException | NumberFormatException e) {
            return new Reading.Unreadable<>("a number is beyond all measure");
        } catch (JacksonException e) {
            return new Reading.Unreadable<>(place(e));
        }
    }

    private static String place(JacksonException error) {
        var member = error.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return member.isEmpty() ? "it is not the JSON that is expected" : "at " + member;
    }
}

package io.koobridge.gateway.dialect.saas;

import io.koobridge.events.instance.OrderKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads members of a body and remembers the first one that cannot be read, so that a translator can name all it needs and ask once. Numbers
 * are taken for strings (saas-v2 §1.14); null and empty count as absent.
 */
final class Members {

    private final JsonNode body;
    private @Nullable String problem;

    Members(JsonNode body) {
        this.body = body;
    }

    /** What is wrong with the first member that could not be read. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Empty text when there is a problem. */
    String text(String name) {
        return optionalText(name).orElseGet(() -> remember(name + " is missing"));
    }

    /** An id of at most 64 characters; empty text when there is a problem. */
    String id(String name) {
        return optionalId(name).orElseGet(() -> remember(name + " is missing"));
    }

    Optional<String> optionalId(String name) {
        return optionalText(name).map(text -> isId(text) ? text : remember(name + " is not an id"));
    }

    /** Lone surrogates are no text. */
    static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean isId(String text) {
        return text.length() <= OrderKey.LONGEST && isWellFormed(text);
    }

    /** Whether the member is there and says this; whatever else it may be is no problem. */
    boolean says(String name, String value) {
        var member = body.path(name);
        return isText(member) && member.asString().equals(value);
    }

    private Optional<String> optionalText(String name) {
        var member = body.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        if (!isText(member)) {
            return Optional.of(remember(name + " is not text"));
        }
        return Optional.of(member.asString()).filter(text -> !text.isBlank());
    }

    private static boolean isText(JsonNode member) {
        return member.isString() || member.isNumber();
    }

    private String remember(String what) {
        if (problem == null) {
            problem = what;
        }
        return "";
    }
}

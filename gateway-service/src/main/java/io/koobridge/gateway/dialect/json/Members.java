package io.koobridge.gateway.dialect.json;

import static java.util.function.Predicate.not;

import io.koobridge.events.instance.OrderKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads members of a body and remembers the first one that cannot be read, so that a translator can name all it needs and ask once. Numbers
 * are taken for strings (saas-v2 §1.14); null and empty count as absent.
 */
public final class Members {

    /** Ids in one query (saas-v2 §4.1). */
    private static final int MOST_IDS = 100;

    private final JsonNode body;
    private @Nullable String problem;

    public Members(JsonNode body) {
        this.body = body;
    }

    /** What is wrong with the first member that could not be read. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Empty text when there is a problem. */
    public String text(String name) {
        return optionalText(name).orElseGet(() -> remember(name + " is missing"));
    }

    /** An id of at most 64 characters; empty text when there is a problem. */
    public String id(String name) {
        return optionalId(name).orElseGet(() -> remember(name + " is missing"));
    }

    public Optional<String> optionalId(String name) {
        return optionalText(name).map(text -> OrderKey.fits(text) ? text : remember(name + " is not an id"));
    }

    /** What is no id counts as absent: nobody needs it to know what is meant. */
    public Optional<String> idIfAny(String name) {
        var member = body.path(name);
        return isText(member) ? Optional.of(member.asString()).filter(OrderKey::fits) : Optional.empty();
    }

    /**
     * Ids with commas between them, without blanks and repetitions. The stated length of 100 cannot hold 100 ids and is not enforced; their number
     * is (saas-v2 §4.1).
     */
    public List<String> ids(String name) {
        var ids = Arrays.stream(text(name).split(",", -1))
                .map(String::strip)
                .filter(not(String::isEmpty))
                .distinct()
                .limit(MOST_IDS + 1L)
                .toList();
        if (ids.isEmpty()) {
            remember(name + " is missing");
        } else if (ids.size() > MOST_IDS) {
            remember("%s has more than %d ids".formatted(name, MOST_IDS));
        } else if (!ids.stream().allMatch(Members::isWellFormed)) {
            remember(name + " is not an id");
        }
        return ids;
    }

    /** One of an enum's names, spelled exactly as the protocol does. */
    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return read(
                name,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst(),
                "is unknown");
    }

    /** What a reader makes of a text; empty when there is a problem. */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String otherwise) {
        var value = optionalText(name);
        if (value.isEmpty()) {
            remember(name + " is missing");
        }
        var read = value.flatMap(reader);
        if (read.isEmpty()) {
            remember(name + " " + otherwise);
        }
        return read;
    }

    /** What a reader makes of a text that need not be there; empty when it is not, or when there is a problem. */
    public <T> Optional<T> readIfAny(String name, Function<String, Optional<T>> reader, String otherwise) {
        return optionalText(name).isEmpty() ? Optional.empty() : read(name, reader, otherwise);
    }

    /** A text of any length; what is none counts as absent. */
    public Optional<String> textIfAny(String name) {
        var member = body.path(name);
        return isText(member)
                ? Optional.of(member.asString()).filter(text -> !text.isBlank() && isWellFormed(text))
                : Optional.empty();
    }

    /** A text that is nobody's business and stays as it is, blanks and all; empty when it is not there or has nothing in it. */
    public Optional<String> opaqueIfAny(String name, int longest) {
        var member = body.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return Optional.empty();
        }
        if (!isText(member)) {
            return Optional.of(remember(name + " is not text"));
        }
        var text = member.asString();
        if (text.length() > longest || !isWellFormed(text)) {
            return Optional.of(remember("%s is not a text of at most %d characters".formatted(name, longest)));
        }
        return Optional.of(text).filter(not(String::isEmpty));
    }

    /** Something is wrong with how the members go together. */
    public void reject(String why) {
        remember(why);
    }

    /** What a reader makes of a member of any kind, also of one that is not there; empty when there is a problem. */
    public <T> Optional<T> readAny(String name, Function<JsonNode, Optional<T>> reader) {
        var member = body.path(name);
        if (member.isMissingNode() || member.isNull()) {
            remember(name + " is missing");
        }
        var read = reader.apply(member);
        if (read.isEmpty()) {
            remember(name + " is not readable");
        }
        return read;
    }

    /** Whether the member is there and says this; whatever else it may be is no problem. */
    public boolean says(String name, String value) {
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

    /** Lone surrogates are no text. */
    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private String remember(String what) {
        if (problem == null) {
            problem = what;
        }
        return "";
    }
}

package io.koobridge.provisioning.web.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of one row, and what is wrong with them. A fault names its member and never quotes a value: in a file whose
 * columns slipped, any of them may be a password.
 */
final class RowText {

    private static final int LAST_YEAR = 9999;

    private final JsonNode row;
    private final List<String> faults = new ArrayList<>();

    RowText(JsonNode row) {
        this.row = row;
    }

    List<String> faults() {
        return faults;
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    /** A text or a number, without the blanks around it; absent when it is empty. */
    @Nullable String text(String name, int most) {
        var value = row.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            faults.add(name + " must be a text");
            return null;
        }
        return checked(name, value.asString().strip(), most);
    }

    String required(String name, int most) {
        var text = text(name, most);
        if (text == null) {
            if (faults.stream().noneMatch(fault -> fault.startsWith(name + ' '))) {
                faults.add(name + " is missing");
            }
            return "";
        }
        return text;
    }

    /** A list of texts, or one text that is a list, parted by blanks or semicolons. */
    List<String> texts(String name, int most, int mostTexts) {
        var value = row.path(name);
        var texts = value.isArray()
                ? value.valueStream().map(each -> each.asString("")).toList()
                : List.of(value.asString("").split("[\\s;]+"));
        var found = texts.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        if (found.size() > mostTexts) {
            faults.add("%s must have at most %d orders, has %d".formatted(name, mostTexts, found.size()));
        }
        return found.stream().filter(each -> checked(name, each, most) != null).toList();
    }

    @Nullable Long number(String name) {
        var text = text(name, 19);
        if (text == null) {
            return null;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, like a negative one.
        }
        faults.add(name + " must be a whole number from 0");
        return null;
    }

    /** With its zone or offset: what a time without one means, only the owner of the file knows. */
    @Nullable Instant time(String name) {
        var text = text(name, 40);
        if (text == null) {
            return null;
        }
        try {
            var time = OffsetDateTime.parse(text);
            var year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year >= 0 && year <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException noTime) {
            // Said below, like one out of bounds.
        }
        faults.add(name + " must be a time with its offset, as in 2027-03-01T15:59:59Z");
        return null;
    }

    /** One of a few words, in whatever case; empty when there is none. */
    <T> Optional<T> word(String name, Function<String, Optional<T>> meaning, String words) {
        var text = Optional.ofNullable(text(name, 40));
        var found = text.flatMap(word -> meaning.apply(word.toUpperCase(Locale.ROOT)));
        if (text.isPresent() && found.isEmpty()) {
            faults.add("%s must be one of %s".formatted(name, words));
        }
        return found;
    }

    private @Nullable String checked(String name, String text, int most) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > most) {
            faults.add("%s must have at most %d characters, has %d".formatted(name, most, text.length()));
            return null;
        }
        if (!UTF_8.newEncoder().canEncode(text)) {
            faults.add(name + " is not well-formed Unicode");
            return null;
        }
        return text;
    }
}

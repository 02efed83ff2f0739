package io.koobridge.cli.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object in each line; empty lines are skipped. */
final class JsonLines implements Lines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BufferedReader reader;
    private long number;
    private @Nullable String next;

    JsonLines(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            advance();
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var line = line(number, Objects.requireNonNull(next));
        next = null;
        return line;
    }

    private static Line line(long number, String text) {
        try {
            var node = JSON.readTree(text);
            if (!node.isObject()) {
                return new Line.Bad(number, "the line is no JSON object");
            }
            var members = new LinkedHashMap<String, Object>();
            for (var member : node.properties()) {
                if (!COLUMNS.contains(member.getKey())) {
                    return new Line.Bad(number, member.getKey() + " is no column");
                }
                var value = value(member.getValue());
                if (value == null) {
                    return new Line.Bad(number, member.getKey() + " must be a text or a number");
                }
                if (!value.equals("")) {
                    members.put(member.getKey(), value);
                }
            }
            return new Line.Row(number, members);
        } catch (JacksonException e) {
            // Its message quotes the line, which may hold a password.
            return new Line.Bad(number, "the line is no JSON, or a member is there twice");
        }
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return value.valueStream().allMatch(JsonNode::isString)
                    ? value.valueStream().map(JsonNode::asString).toList()
                    : null;
        }
        return value.isString() || value.isNumber() ? value.asString().strip() : null;
    }

    private void advance() {
        try {
            do {
                next = reader.readLine();
                number++;
            } while (next != null && next.isBlank());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "After line %d the file is not UTF-8 or cannot be read. What came before is done."
                            .formatted(number),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.koobridge.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A golden file: JSON in which the data of the record and the structured form stand on one line each, byte for byte.
 *
 * @param text the whole file
 */
record Golden(String text) {

    private static final String DATA = "  \"data\": ";
    private static final String STRUCTURED = "  \"structured\": ";

    static Golden of(Example<?> example) {
        var path = "/golden/%s.json".formatted(example.file());
        try (var file = Objects.requireNonNull(Golden.class.getResourceAsStream(path), "no golden file " + path)) {
            return new Golden(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Golden written(WireEvent event, byte[] structured) {
        var headers = event.headers().entrySet().stream()
                .map(header -> "    %s: %s".formatted(quoted(header.getKey()), quoted(header.getValue())))
                .collect(Collectors.joining(",\n"));
        return new Golden("""
                {
                  "key": %s,
                  "headers": {
                %s
                  },
                %s%s,
                %s%s
                }
                """.formatted(
                        quoted(event.key()),
                        headers,
                        DATA,
                        new String(event.data(), UTF_8),
                        STRUCTURED,
                        new String(structured, UTF_8)));
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        Json.mapper()
                .readTree(text)
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return headers;
    }

    byte[] data() {
        return line(DATA);
    }

    byte[] structured() {
        return line(STRUCTURED);
    }

    private byte[] line(String start) {
        return text.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length(), line.endsWith(",") ? line.length() - 1 : line.length()))
                .findFirst()
                .orElseThrow()
                .getBytes(UTF_8);
    }

    private static String quoted(String text) {
        return Json.mapper().writeValueAsString(text);
    }
}

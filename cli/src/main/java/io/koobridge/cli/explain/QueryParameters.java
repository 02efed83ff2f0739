package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query string as the gateway reads them: a {@code +} is a space, a stray {@code %} itself. */
record QueryParameters(Map<String, List<String>> raw) {

    static QueryParameters of(String query) {
        var raw = new LinkedHashMap<String, List<String>>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                raw.computeIfAbsent(name, _ -> new ArrayList<>()).add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return new QueryParameters(raw);
    }

    /**
     * Headers instead, which are not encoded.
     *
     * @param headers by their names in lower case
     * @param names of headers by those that parameters of a query have
     */
    static QueryParameters ofHeaders(Map<String, List<String>> headers, Map<String, String> names) {
        var raw = new LinkedHashMap<String, List<String>>();
        names.forEach((name, header) -> {
            var values = headers.getOrDefault(header, List.of());
            if (!values.isEmpty()) {
                raw.put(
                        name,
                        values.stream()
                                .map(value -> URLEncoder.encode(value, UTF_8))
                                .toList());
            }
        });
        return new QueryParameters(raw);
    }

    Map<String, List<String>> decoded() {
        var decoded = new LinkedHashMap<String, List<String>>();
        raw.forEach((name, values) ->
                decoded.put(name, values.stream().map(QueryParameters::decode).toList()));
        return decoded;
    }

    /** The first value, undecoded; empty when there is none. */
    String raw(String name) {
        var values = raw.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The first value; empty when there is none. */
    String value(String name) {
        return decode(raw(name));
    }

    static String decode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        var encoded = text.getBytes(UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%'
                    && i + 2 < encoded.length
                    && digit(encoded[i + 1]) >= 0
                    && digit(encoded[i + 2]) >= 0) {
                bytes.write(digit(encoded[i + 1]) << 4 | digit(encoded[i + 2]));
                i += 2;
            } else {
                bytes.write(encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }
}

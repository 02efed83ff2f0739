package io.koobridge.simulator.running;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test says to the simulator. */
record Http(String base) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Got(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    Got get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Got post(String path, @Nullable String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    Got put(String path, String body) {
        return send("PUT", path, body, "Content-Type", "application/json");
    }

    Got delete(String path) {
        return send("DELETE", path, null);
    }

    /** As a browser sends a form. */
    Got form(String path, String form, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
                .toArray(String[]::new);
        return send("POST", path, form, all);
    }

    private Got send(String method, String path, @Nullable String body, String... headers) {
        return sendBytes(method, path, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Got sendBytes(String method, String path, byte[] body, String... headers) {
        var publisher =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Got(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names and values decoded as forms are; the first of a repeated name. */
    static Map<String, String> decoded(String uri) {
        Map<String, String> decoded = new LinkedHashMap<>();
        query(uri)
                .forEach((name, value) -> decoded.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return decoded;
    }

    static Map<String, String> query(String uri) {
        return Stream.of(uri.substring(uri.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }
}

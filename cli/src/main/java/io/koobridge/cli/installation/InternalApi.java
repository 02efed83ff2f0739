package io.koobridge.cli.installation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The internal port of one service, asked with a service token. */
public final class InternalApi implements AutoCloseable {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    /** Longer than a service gives itself to answer operators. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(25);

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERRORS = 5;

    private final URI base;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTED_WITHIN)
            .build();

    InternalApi(URI base, String token) {
        this.base = URI.create(base.toString().replaceFirst("[/#]+$", ""));
        this.token = token;
    }

    /**
     * Asks.
     *
     * @throws ServiceException when the service is away or refuses
     */
    public JsonNode get(String path, Map<String, String> query) {
        var parameters = query.entrySet().stream()
                .map(parameter -> parameter.getKey() + '=' + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return ask(path + (parameters.isEmpty() ? "" : '?' + parameters), request -> request.GET());
    }

    /**
     * Has something done.
     *
     * @throws ServiceException when the service is away or refuses
     */
    public JsonNode post(String path, Map<String, ?> body) {
        return ask(path, request -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    /** One segment of a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private interface Method {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }

    private JsonNode ask(String path, Method method) {
        var request = method.on(HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ANSWERED_WITHIN)
                        .header("Accept", "application/json")
                        .header("Authorization", "Bearer " + token))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw ServiceException.away("Nobody answers at %s: %s".formatted(base, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.away("Interrupted while waiting for " + base, e);
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        int status = response.statusCode();
        var json = json(response.body());
        if (status / 100 == 2) {
            if (json.isObject()) {
                return json;
            }
            throw ServiceException.refused(
                    "%s answered HTTP %d without a JSON object: is this the internal port of a KooBridge service?"
                            .formatted(base, status));
        }
        var detail = json.path("detail").asString("");
        throw switch (status) {
            case UNAUTHORIZED ->
                ServiceException.refused(
                        "%s does not take the service token: give --token-file, or set KOOBRIDGE_SERVICE_TOKEN"
                                .formatted(base));
            case UNAVAILABLE ->
                ServiceException.away(
                        "%s cannot answer now: %s".formatted(base, detail.isEmpty() ? "HTTP 503" : detail), null);
            default -> {
                var sentence = "%s (%s answered HTTP %d)"
                        .formatted(detail.isEmpty() ? "It was not done." : detail, base, status);
                yield switch (status) {
                    case CONFLICT -> ServiceException.conflict(sentence);
                    case NOT_FOUND -> ServiceException.unknown(sentence);
                    default ->
                        status / 100 == SERVER_ERRORS
                                ? ServiceException.away(sentence, null)
                                : ServiceException.refused(sentence);
                };
            }
        };
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().missingNode();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

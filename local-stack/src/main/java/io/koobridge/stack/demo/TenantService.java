package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tenant-sync-service shows operators. */
final class TenantService {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final URI address;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    private TenantService(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    static TenantService of(Place place) {
        return new TenantService(
                URI.create(place.variable("KOOBRIDGE_TENANTS_INTERNAL_URL")),
                place.variable("KOOBRIDGE_SERVICE_TOKEN"));
    }

    /** Whether the directory has heard of everything. */
    boolean isSettled(String tenantId) {
        return tenant(tenantId).path("settled").asBoolean();
    }

    JsonNode tenant(String tenantId) {
        return get("/internal/tenants/" + tenantId);
    }

    JsonNode get(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == OK
                    ? JsonMapper.shared().readTree(answer.body())
                    : JsonMapper.shared().createObjectNode();
        } catch (IOException e) {
            throw new StackFailure("tenant-sync-service did not answer %s: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while tenant-sync-service was asked", e);
        }
    }
}

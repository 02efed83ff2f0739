package io.koobridge.provisioning.running;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators' tools read of a running service. */
record Actuator(RunningProvisioning service) {

    /** The status of a component of its health, or what the whole is without one. */
    String health(String... component) {
        JsonNode node = JsonMapper.shared().readTree(get("health").body());
        for (var name : component) {
            node = node.path("components").path(name);
        }
        return node.path("status").asString("absent");
    }

    Collection<String> healthComponents() {
        return JsonMapper.shared()
                .readTree(get("health").body())
                .path("components")
                .propertyNames();
    }

    int readiness() {
        return get("health/readiness").statusCode();
    }

    /** A scrape's lines, without comments. */
    List<String> metrics() {
        return get("prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private HttpResponse<String> get(String path) {
        return service.exchange(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/%s".formatted(service.internalPort(), path)))
                .build());
    }
}

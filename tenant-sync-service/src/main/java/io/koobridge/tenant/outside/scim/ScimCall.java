package io.koobridge.tenant.outside.scim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * One request.
 *
 * @param verb with what, for journals: {@code CREATE_USER}
 * @param path below the server's address
 * @param ifMatch the version that is to be changed; absent: any
 */
record ScimCall(
        String verb,
        HttpMethod method,
        String path,
        Map<String, String> query,
        @Nullable String body,
        @Nullable String ifMatch) {

    static ScimCall get(String verb, String path, Map<String, String> query) {
        return new ScimCall(verb, HttpMethod.GET, path, query, null, null);
    }

    static ScimCall post(String verb, String path, Object body) {
        return new ScimCall(verb, HttpMethod.POST, path, Map.of(), ScimJson.text(body), null);
    }

    static ScimCall delete(String verb, String path) {
        return new ScimCall(verb, HttpMethod.DELETE, path, Map.of(), null, null);
    }

    static ScimCall write(String verb, HttpMethod method, String path, Object body, @Nullable String ifMatch) {
        return new ScimCall(verb, method, path, Map.of(), ScimJson.text(body), ifMatch);
    }

    static String of(Kind kind, String id) {
        return kind.endpoint() + "/" + UriUtils.encode(id, UTF_8);
    }

    URI at(URI base) {
        var address = base.toString().replaceFirst("/+$", "") + "/" + path;
        if (query.isEmpty()) {
            return URI.create(address);
        }
        return URI.create(query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&", address + "?", "")));
    }

    /** Whether what is answered to a success is needed. */
    boolean asks() {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.POST);
    }
}

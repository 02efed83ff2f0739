package io.koobridge.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.openapi.SignableRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A call before it is addressed to one of the hosts. */
@SuppressWarnings("ArrayRecordComponent") // written once, signed and sent, never compared
record OpenApiCall(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /**
     * What is signed and sent to this host, byte for byte.
     *
     * @throws IllegalArgumentException when servers could read the path in more than one way
     */
    SignableRequest to(URI host) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path begins with '/'");
        }
        var sorted = new TreeMap<>(query)
                .entrySet().stream()
                        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return new SignableRequest(
                method, URI.create(host + path + (sorted.isEmpty() ? "" : "?" + sorted)), headers, body);
    }

    /** RFC 3986, as it is signed: only letters, digits and {@code - . _ ~} stay. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

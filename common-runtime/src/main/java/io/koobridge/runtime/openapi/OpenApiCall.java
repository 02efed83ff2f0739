package io.koobridge.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.openapi.SignableRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A call before it is addressed to one of the hosts. */
record OpenApiCall(
        String method, String path, Map<String, String> query, Map<String, String> headers, Content content) {

    private static final String JSON = "application/json";

    /** What is sent, and what it says it is. */
    @SuppressWarnings("ArrayRecordComponent") // written once, signed and sent, never compared
    record Content(String type, byte[] bytes) {

        static Content json(byte[] bytes) {
            return new Content(JSON, bytes);
        }

        /** Of a call without a body; it names the type of what it asks for. */
        static Content none() {
            return json(new byte[0]);
        }
    }

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
                method, URI.create(host + path + (sorted.isEmpty() ? "" : "?" + sorted)), headers, content.bytes());
    }

    /** RFC 3986, as it is signed: only letters, digits and {@code - . _ ~} stay. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}

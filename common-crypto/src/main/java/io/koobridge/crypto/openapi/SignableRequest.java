package io.koobridge.crypto.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is signed of a request to the open API. The limits keep to what every known implementation canonicalises alike
 * (usage-and-open-api §7.3).
 */
public final class SignableRequest {

    private static final List<String> METHODS = List.of("DELETE", "GET", "PATCH", "POST", "PUT");
    private static final Set<String> SET_BY_SIGNER =
            Set.of("authorization", "host", "x-sdk-content-sha256", "x-sdk-date");

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, String> parameters;

    /**
     * Refuses what servers would read in more than one way.
     *
     * @param method in capitals
     * @param uri absolute, with a path of unescaped characters and no parameter named twice; a blank in a value is {@code %20}, never
     *     {@code +}
     * @param headers to be signed too, by name; the host and the date are signed anyway, and Content-Type never is
     * @param body the exact bytes that are sent; empty when there is none
     */
    public SignableRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("the open API is called by one of " + METHODS + ", not " + method);
        }
        requireSignable(uri);
        requireSignable(this.headers);
        this.parameters = parameters(uri);
    }

    public static SignableRequest get(URI uri) {
        return new SignableRequest("GET", uri, Map.of(), new byte[0]);
    }

    public String method() {
        return method;
    }

    public URI uri() {
        return uri;
    }

    public Map<String, String> headers() {
        return headers;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    public byte[] body() {
        return body.clone();
    }

    private static void requireSignable(URI uri) {
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            throw new IllegalArgumentException("a request is signed for a host, and " + uri + " names none");
        }
        if (uri.getRawPath().contains("%")) {
            throw new IllegalArgumentException("the path is escaped a second time when it is signed: " + uri);
        }
    }

    /** Decoded names and values in their order. */
    private static Map<String, String> parameters(URI uri) {
        var parameters = new LinkedHashMap<String, String>();
        if (uri.getRawQuery() == null) {
            return parameters;
        }
        if (uri.getRawQuery().contains("+")) {
            throw new IllegalArgumentException("a blank in the query is %20 and a plus is %2B, not '+': " + uri);
        }
        for (String pair : uri.getRawQuery().split("&", -1)) {
            int end = pair.contains("=") ? pair.indexOf('=') : pair.length();
            String name = URLDecoder.decode(pair.substring(0, end), UTF_8);
            String value = URLDecoder.decode(pair.substring(Math.min(end + 1, pair.length())), UTF_8);
            if (name.isEmpty() || parameters.put(name, value) != null) {
                throw new IllegalArgumentException(
                        "each query parameter has a name and appears once, unlike in " + uri);
            }
        }
        return parameters;
    }

    private static void requireSignable(Map<String, String> headers) {
        for (String name : headers.keySet()) {
            if (SET_BY_SIGNER.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the signer decides about the header " + name + " itself");
            }
        }
    }
}

package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes queries as the JDK's form encoder does. */
final class Queries {

    private Queries() {}

    static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + '=' + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String of(Map<String, String> parameters, String token) {
        return of(parameters) + "&authToken=" + encoded(token);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}

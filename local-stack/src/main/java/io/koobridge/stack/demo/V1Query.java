package io.koobridge.stack.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What a call of V1 says: parameters behind an address (saas-v1 §1.2). */
final class V1Query {

    private final Map<String, String> parameters;

    V1Query(String url) {
        String query = URI.create(url).getRawQuery();
        parameters = Arrays.stream((query == null ? "" : query).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]),
                        pair -> pair.length == 2 ? decoded(pair[1]) : "",
                        (first, _) -> first));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** What makes this call different from others of its activity; a negative amount takes a renewal back (saas-v1 §3.2). */
    String detail() {
        if (value("trialToFormal").equals("1")) {
            return "trialToFormal";
        }
        return value("orderAmount").startsWith("-") ? "orderAmount " + value("orderAmount") : value("instanceStatus");
    }
}

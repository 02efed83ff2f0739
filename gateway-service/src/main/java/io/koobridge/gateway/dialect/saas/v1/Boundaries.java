package io.koobridge.gateway.dialect.saas.v1;

import java.util.Map;

/**
 * Where values end, which the signed text does not say: {@code a=1&b=2} is signed like one parameter {@code a} with the value {@code 1&b=2}
 * (saas-v1 §7.9). Whoever had seen a call could otherwise make another one of it, for an order that nobody paid.
 */
final class Boundaries {

    private Boundaries() {}

    /** Whether the same text could have been signed for other parameters than these. */
    static boolean areDoubtful(Map<String, String> parameters) {
        return parameters.entrySet().stream().anyMatch(each -> isDoubtful(each.getKey(), each.getValue()));
    }

    private static boolean isDoubtful(String name, String value) {
        int end = value.indexOf('&');
        return name.indexOf('&') >= 0 || name.indexOf('=') >= 0 || (end >= 0 && value.indexOf('=', end) >= 0);
    }
}

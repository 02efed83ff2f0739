package io.koobridge.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The {@code authToken} of V1's GET calls (saas-v1 §7.1). */
public final class TokenSignature {
    private TokenSignature() {}

    /**
     * Signs decoded values.
     *
     * @param keySuffix the {@code timeStamp}, as it is sent
     * @param parameters without {@code authToken}
     */
    public static String of(String accessKey, String keySuffix, Map<String, String> parameters) {
        byte[] signed = canonical(parameters).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hmac.sha256(accessKey + keySuffix, signed));
    }

    static String canonical(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&"));
    }
}

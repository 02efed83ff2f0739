package io.koobridge.cli.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs as the marketplace's V1 does: {@code timeStamp} and {@code authToken} in a form-encoded query (saas-v1 §7.1). */
record TokenSigning(AccessKey key, Clock clock) {

    private static final DateTimeFormatter TIME_STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    Exchange.Request sign(URI address, Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.putIfAbsent(AuthToken.TIME_STAMP, TIME_STAMP.format(clock.instant()));
        String token = AuthToken.sign(key, all);
        all.put(AuthToken.NAME, token);
        return new Exchange.Request("GET", URI.create(address + "?" + query(all)), "");
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + '=' + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A GET as KooGallery makes it in V1. Immutable. */
record V1Call(String path, String query) {

    static final String TIME_STAMP = "20241027033320123";

    /**
     * Signed.
     *
     * @param parameters in the form {@code a=b&c=d}, unencoded
     */
    static V1Call of(String parameters) {
        return signed(parameters, RunningGateway.V1_KEY);
    }

    static V1Call signed(String parameters, String key) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : parameters.split("&", -1)) {
            all.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        all.putIfAbsent("timeStamp", TIME_STAMP);
        all.put("authToken", AuthToken.sign(new AccessKey("test", key, null), all));
        return new V1Call(RunningGateway.PATH, query(all));
    }

    static V1Call newInstance(String orderId) {
        return of(
                "activity=newInstance&businessId=b-%1$s&orderId=%1$s&productId=OFFI1&chargingMode=1".formatted(orderId)
                        + "&expireTime=20270331235959&periodType=year&periodNumber=1&amount=20");
    }

    V1Call withPath(String other) {
        return new V1Call(other, query);
    }

    /** As it is in the query, decoded. */
    String token() {
        return URLDecoder.decode(query.replaceAll("(^|.*&)authToken=([^&]*).*", "$2"), UTF_8);
    }

    byte[] bytes() {
        return "GET %s?%s HTTP/1.1\r\nHost: isv.example.com\r\n\r\n"
                .formatted(path, query)
                .getBytes(ISO_8859_1);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}

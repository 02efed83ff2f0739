package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * One reading of what a caller may have signed.
 *
 * @param values decoded, in the order they came, without {@code authToken}
 * @param text {@code name=value} joined by {@code &}, ascending by UTF-16 code unit as in the sample's sorted map; nothing is encoded again
 */
record SignedParameters(Map<String, String> values, String text) {

    SignedParameters(Map<String, String> values) {
        this(values, text(values));
    }

    /** Of parameters whose names differ. */
    static SignedParameters of(List<Parameter> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(each -> values.put(each.name(), each.value()));
        values.remove(AuthToken.NAME);
        return new SignedParameters(Collections.unmodifiableMap(values));
    }

    /** The same without those that say nothing. */
    static SignedParameters ofTelling(List<Parameter> parameters) {
        return of(parameters.stream().filter(each -> !each.value().isBlank()).toList());
    }

    /** The same with values that were URL-encoded before they were signed, and came as they are. */
    static SignedParameters ofTellingEncoded(List<Parameter> parameters) {
        Map<String, String> values = ofTelling(parameters).values();
        var encoded = new TreeMap<String, String>();
        values.forEach((name, value) -> encoded.put(name, URLEncoder.encode(value, UTF_8)));
        return new SignedParameters(values, text(encoded));
    }

    MacTag tag(AccessKey key, String timeStamp) {
        byte[] hmacKey = (key.secret() + timeStamp).getBytes(UTF_8);
        return HmacSha256.of(hmacKey, text.getBytes(UTF_8));
    }

    private static String text(Map<String, String> values) {
        var text = new StringJoiner("&");
        new TreeMap<>(values).forEach((name, value) -> text.add(name + '=' + value));
        return text.toString();
    }
}

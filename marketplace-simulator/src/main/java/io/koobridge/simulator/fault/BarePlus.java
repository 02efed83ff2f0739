package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.FormEncoding;
import java.util.Map;
import java.util.stream.Collectors;

/** Base64 with bare {@code +}, {@code /} and {@code =}, as the document's examples print it (saas-v1 §7.1, the plus problem). */
public record BarePlus() implements Fault.OfToken {
    @Override
    public String name() {
        return "BARE_PLUS";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public String query(TokenQuery honest) {
        String parameters = honest.signed().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + value(parameter))
                .collect(Collectors.joining("&"));
        return parameters + "&authToken=" + honest.token();
    }

    private static String value(Map.Entry<String, String> parameter) {
        return TokenQuery.BASE64.contains(parameter.getKey())
                ? parameter.getValue()
                : FormEncoding.encode(parameter.getValue());
    }
}

package io.koobridge.simulator.running;

import io.koobridge.simulator.running.FakeSeller.Received;
import io.koobridge.simulator.running.FakeSeller.Said;
import io.koobridge.simulator.signing.FieldCipher;
import io.koobridge.simulator.signing.TokenSignature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A seller of V1 as the protocol wants him: reads a token in the ways of saas-v1 §7.1, signs every answer, hides credentials. */
final class StubV1 implements Function<Received, Said> {
    static final FieldCipher CIPHER = new FieldCipher(FakeSeller.KEY, 256);
    private static final Set<String> KNOWN = Set.of(
            "newInstance",
            "refreshInstance",
            "expireInstance",
            "releaseInstance",
            "upgrade",
            "instanceStatus",
            "queryInstance",
            "getLicense",
            "refreshLicense",
            "expireLicense",
            "releaseLicense");

    @Override
    public Said apply(Received call) {
        return answer(call).signedForV1();
    }

    private static Said answer(Received call) {
        String names = String.join(
                ",",
                Stream.of(call.rawQuery().split("&"))
                        .map(part -> part.split("=", 2)[0])
                        .toList());
        if (Stream.of(names.split(",")).distinct().count() != names.split(",").length) {
            return Said.code("000002");
        }
        if (!rightlySigned(call)) {
            return Said.code("000001");
        }
        if (!KNOWN.contains(call.activity())) {
            return Said.code("000002");
        }
        return switch (call.activity()) {
            case "newInstance" -> bought(call, instanceId(call));
            case "getLicense" -> licensed("kb" + call.text("orderId"), "LIC-" + call.text("orderId"));
            case "queryInstance" ->
                Said.info(call, ",\"usageInfo\":[{\"usageValue\":0,\"statisticalTime\":\"20260301090505000\"}]");
            default -> Said.code("000000");
        };
    }

    static String instanceId(Received call) {
        boolean perProduct = call.text("chargingMode").equals("0");
        return "kb" + call.text("orderId") + (perProduct ? call.text("productId") : "");
    }

    static Said licensed(String instanceId, String license) {
        return Said.json("{\"resultCode\":\"000000\",\"resultMsg\":\"told to\",\"instanceId\":\"" + instanceId
                + "\",\"license\":\"" + license + "\"}");
    }

    static Said bought(Received call, String instanceId) {
        return Said.json("{\"resultCode\":\"000000\",\"resultMsg\":\"told to\",\"encryptType\":\"1\",\"instanceId\":\""
                + instanceId + "\",\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/" + call.text("orderId")
                + "\",\"userName\":\"" + CIPHER.encrypted("0123456789abcdef", "admin") + "\",\"password\":\""
                + CIPHER.encrypted("fedcba9876543210", "s3cret") + "\"}}");
    }

    static boolean rightlySigned(Received call) {
        Map<String, String> form = decoded(call);
        String token = form.remove("authToken");
        if (token == null) {
            return false;
        }
        Map<String, String> plus = new LinkedHashMap<>(form);
        Stream.of("mobilePhone", "email", "saasExtendParams")
                .forEach(name -> plus.computeIfPresent(name, (key, value) -> value.replace(' ', '+')));
        Map<String, String> again = new LinkedHashMap<>(plus);
        Stream.of("mobilePhone", "email", "saasExtendParams")
                .forEach(name -> again.computeIfPresent(name, (key, value) -> value.replace("%2B", "+")
                        .replace("%2F", "/")
                        .replace("%3D", "=")));
        return Stream.of(form, plus, again)
                .anyMatch(reading -> TokenSignature.of(FakeSeller.KEY, reading.getOrDefault("timeStamp", ""), reading)
                        .equals(token.replace(' ', '+')));
    }

    private static Map<String, String> decoded(Received call) {
        Map<String, String> decoded = new LinkedHashMap<>();
        call.body()
                .properties()
                .forEach(
                        member -> decoded.put(member.getKey(), member.getValue().stringValue()));
        return decoded;
    }
}

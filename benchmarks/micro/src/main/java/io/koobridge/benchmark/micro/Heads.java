package io.koobridge.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.AddressTerms;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.dialect.CallHead;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;

/** Purchases as their heads come to a production address, signed. */
final class Heads {

    /** What a paid order of a period product has (saas-v1 §3.1), without personal data. */
    private static final Map<String, String> PURCHASE = purchase();

    private Heads() {}

    /** Without its body, which is {@link Samples#body()}. */
    static CallHead v2() {
        var call = SignedCall.of(Samples.keys(1).first(), Samples.body());
        return head(
                "POST",
                "signature=%s&timestamp=%s&nonce=%s"
                        .formatted(call.parameters().signature().hex(), Samples.TIMESTAMP, SignedCall.NONCE));
    }

    static CallHead v1() {
        return v1(PURCHASE);
    }

    /** The same, of a seller who has buyers' telephone numbers and addresses sent along. */
    static CallHead v1WithContact() {
        var cipher = FieldCipher.of(Samples.keys(1).first());
        var parameters = new LinkedHashMap<>(PURCHASE);
        parameters.put("mobilePhone", cipher.encrypt("13912345678", EncryptType.AES_256));
        parameters.put("email", cipher.encrypt("ann.buyer@example.org", EncryptType.AES_256));
        return v1(parameters);
    }

    private static CallHead v1(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put(AuthToken.NAME, AuthToken.sign(Samples.keys(1).first(), parameters));
        return head(
                "GET",
                all.entrySet().stream()
                        .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static CallHead head(String method, String query) {
        KeyRing keys = Samples.keys(1);
        var address = new ProductionAddress(
                Samples.SOURCE,
                AddressKind.SAAS,
                new AddressCodes(Edition.INTL, AddressCodes.USUAL_CHANGE_REFUSED),
                new AddressKeys(keys, keys, Optional.empty()),
                new AddressTerms(
                        null,
                        new V1Terms(ZoneOffset.UTC, EncryptType.AES_256, false, Duration.ofSeconds(12), Map.of())));
        return new CallHead(address, method, query, HttpHeaders.EMPTY, Samples.NOW, Schedulers.immediate());
    }

    private static Map<String, String> purchase() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("activity", "newInstance");
        parameters.put("businessId", "5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10");
        parameters.put("customerId", "6a3d9d1b0c8f4b7f9d52c8b1e7f0a915");
        parameters.put("customerName", "qinghe");
        parameters.put("orderId", Samples.ORDER.orderId());
        parameters.put("skuCode", "a81f6c0e-33d4-4f0b-9c55-2b7d9e04f1c6");
        parameters.put("productId", "OFFI774120385590312960");
        parameters.put("expireTime", "20270305235959");
        parameters.put("chargingMode", "1");
        parameters.put("periodType", "year");
        parameters.put("periodNumber", "1");
        parameters.put("amount", "20");
        parameters.put("orderAmount", "1280.500");
        parameters.put(AuthToken.TIME_STAMP, "20260305081530123");
        return parameters;
    }
}

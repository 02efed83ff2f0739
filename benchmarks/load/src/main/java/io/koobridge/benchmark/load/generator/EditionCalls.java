package io.koobridge.benchmark.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The same calls in either edition, each of another order: a purchase, and a renewal of an instance that is not of our making. V1's have what a
 * paid order of a period product has (saas-v1 §3.1, §3.2), without personal data.
 */
public final class EditionCalls implements SignedAhead {

    private static final DateTimeFormatter TIME_STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final What what;
    private final AccessKey key;
    private final InstantSource clock;
    private final SplittableRandom random;
    private int orders;

    /** A call of an edition. */
    public enum What {
        PURCHASE_V2,
        PURCHASE_V1,
        RENEWAL_V2,
        RENEWAL_V1
    }

    public EditionCalls(What what, AccessKey key, InstantSource clock, long seed) {
        this.what = what;
        this.key = key;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Calls next(int count) {
        var bytes = new ByteArrayOutputStream(count * 700);
        int[] ends = new int[count];
        var now = clock.instant();
        String v2 = Long.toString(now.toEpochMilli());
        String v1 = TIME_STAMP.format(now);
        for (int index = 0; index < count; index++) {
            String order = "%s%013d".formatted(what, orders++);
            bytes.writeBytes(
                    switch (what) {
                        case PURCHASE_V2 -> v2(purchase(order), v2);
                        case RENEWAL_V2 -> v2(renewal(order), v2);
                        case PURCHASE_V1, RENEWAL_V1 -> v1(order, v1);
                    });
            ends[index] = bytes.size();
        }
        return new Calls(bytes.toByteArray(), ends);
    }

    private byte[] v2(String body, String timestamp) {
        return SignedRequest.of(body, timestamp, hex(), key);
    }

    private String purchase(String order) {
        return "{\"activity\":\"newInstance\",\"businessId\":\"%s\",\"orderId\":\"%s\",\"orderLineId\":\"%s-000001\"}"
                .formatted(hex(), order, order);
    }

    private String renewal(String order) {
        return "{\"activity\":\"refreshInstance\",\"businessId\":\"%s\",\"expireTime\":\"20990331235959\",\"instanceId\":\"i-%s\",\"orderId\":\"%s\",\"orderLineId\":\"%s-000001\",\"productId\":\"OFFI774120385590312960\",\"scene\":\"RENEWAL\"}"
                .formatted(hex(), order, order, order);
    }

    private byte[] v1(String order, String timeStamp) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("activity", what == What.PURCHASE_V1 ? "newInstance" : "refreshInstance");
        parameters.put("businessId", hex());
        parameters.put("orderId", order);
        parameters.put("productId", "OFFI774120385590312960");
        parameters.put("expireTime", "20990331235959");
        parameters.put("periodType", "year");
        parameters.put("periodNumber", "1");
        parameters.put("orderAmount", "1280.500");
        if (what == What.PURCHASE_V1) {
            parameters.put("customerId", "6a3d9d1b0c8f4b7f9d52c8b1e7f0a915");
            parameters.put("customerName", "qinghe");
            parameters.put("skuCode", "a81f6c0e-33d4-4f0b-9c55-2b7d9e04f1c6");
            parameters.put("chargingMode", "1");
            parameters.put("amount", "20");
        } else {
            parameters.put("instanceId", "i-" + order);
        }
        parameters.put(AuthToken.TIME_STAMP, timeStamp);
        parameters.put(AuthToken.NAME, AuthToken.sign(key, Map.copyOf(parameters)));
        return "GET /koogallery/saas?%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n"
                .formatted(parameters.entrySet().stream()
                        .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
                        .collect(Collectors.joining("&")))
                .getBytes(US_ASCII);
    }

    private String hex() {
        return SignedRequest.hex(random);
    }
}

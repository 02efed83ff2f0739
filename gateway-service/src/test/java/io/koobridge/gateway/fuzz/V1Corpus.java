package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Right calls: each activity of saas-v1 §3 in each way of paying, with and without what the tables call optional, real and debugging. */
final class V1Corpus {

    static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "refreshInstance",
            "expireInstance",
            "releaseInstance",
            "upgrade",
            "instanceStatus",
            "queryInstance");

    private static final List<String> CUSTOMERS =
            List.of("青禾 科技 & Co.+", "100% Ltd", "a=b&c", "\ud83d\ude00 ~", "Müller/Söhne; +49");
    private static final List<String> EXTENSIONS = List.of(
            "[{\"name\":\"deptName\",\"value\":\"研发>>中心\"},{\"name\":\"seatNote\",\"value\":\"a>b?c~>\"}]",
            "[]",
            "{\"name\":\"one\",\"value\":\"alone\"}",
            "{\"k1\":\"v1\",\"k2\":\"??>>~~\"}",
            "[{\"name\":\"platformParams\",\"value\":\"{\\\"tenantName\\\":\\\"青禾\\\"}\"},{\"value\":\"nameless\"}]");

    private final RandomGenerator random;
    private final String secret;

    /** @param secret encrypts contact data */
    V1Corpus(RandomGenerator random, String secret) {
        this.random = random;
        this.secret = secret;
    }

    Map<String, String> any() {
        var call = new LinkedHashMap<String, String>();
        var activity = ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
        call.put("activity", activity);
        switch (activity) {
            case "newInstance" -> purchase(call);
            case "refreshInstance" -> {
                change(call);
                call.put("expireTime", time());
                maybe(call, "trialToFormal", random.nextBoolean() ? "1" : "0");
                maybe(call, "orderAmount", random.nextBoolean() ? "-1280.500" : "1280.5");
                product(call);
            }
            case "upgrade" -> {
                change(call);
                product(call);
                maybe(call, "saasExtendParams", extension());
            }
            case "instanceStatus" -> {
                call.put("instanceId", id());
                call.put(
                        "instanceStatus",
                        List.of("FREEZE", "NORMAL", "UNFREEZE").get(random.nextInt(3)));
            }
            case "queryInstance" -> {
                int count = random.nextInt(4) == 0 ? random.nextInt(1, 101) : random.nextInt(1, 5);
                call.put("instanceId", new Corpus(random).ids(count));
            }
            default -> {
                call.put("instanceId", id());
                maybe(call, "orderId", "CS-" + Corpus.CANARY + number());
            }
        }
        switch (random.nextInt(12)) {
            case 0, 1 -> call.put("testFlag", "1");
            case 2 -> call.put("testFlag", "0");
            case 3 -> call.put("testFlag", "");
            default -> {
                // Not sent.
            }
        }
        call.put("timeStamp", "20261122%06d%03d".formatted(random.nextInt(90_000), random.nextInt(1_000)));
        return call;
    }

    private void purchase(Map<String, String> call) {
        call.put("businessId", "b-" + Corpus.CANARY + number());
        call.put("orderId", "CS-" + Corpus.CANARY + number());
        product(call);
        if (random.nextInt(3) > 0) {
            call.put("chargingMode", List.of("0", "1", "3", "5", "2").get(random.nextInt(5)));
        }
        maybe(call, "expireTime", time());
        maybe(call, "customerId", "c-" + Corpus.CANARY);
        maybe(call, "customerName", CUSTOMERS.get(random.nextInt(CUSTOMERS.size())));
        maybe(call, "userId", "u-" + Corpus.CANARY);
        maybe(call, "userName", "");
        maybe(call, "mobilePhone", encrypted("13800138" + number(100, 1_000)));
        maybe(call, "email", encrypted("ops%d@%s.example".formatted(number(), Corpus.CANARY)));
        maybe(call, "saasExtendParams", extension());
        maybe(call, "periodType", random.nextBoolean() ? "year" : "month");
        maybe(call, "periodNumber", Integer.toString(random.nextInt(1, 4)));
        maybe(call, "orderAmount", "1280.500");
        maybe(call, "provisionType", "1");
        maybe(call, "trialFlag", random.nextBoolean() ? "1" : "0");
    }

    private void change(Map<String, String> call) {
        call.put("instanceId", id());
        call.put("orderId", "CS-" + Corpus.CANARY + number());
    }

    private void product(Map<String, String> call) {
        if (random.nextInt(6) > 0) {
            call.put("productId", random.nextInt(5) == 0 ? Place.METERED_PRODUCT : "OFFI-" + Corpus.CANARY + number());
        }
        maybe(call, "skuCode", "sku-" + Corpus.CANARY);
        maybe(call, "amount", Integer.toString(number()));
        maybe(call, "diskSize", "100");
        maybe(call, "bandWidth", "0020");
    }

    private String encrypted(String text) {
        var vector = "%016d".formatted(random.nextInt(Integer.MAX_VALUE));
        return V1Signing.encrypted(secret, random.nextBoolean() ? 32 : 16, vector, text);
    }

    private String extension() {
        var json = EXTENSIONS.get(random.nextInt(EXTENSIONS.size()));
        return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    private String id() {
        return new Corpus(random).id();
    }

    private String time() {
        return "202%d%02d%02d235959%s"
                .formatted(
                        random.nextInt(5, 9),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29),
                        random.nextInt(3) == 0 ? "000" : "");
    }

    private void maybe(Map<String, String> call, String name, String value) {
        if (random.nextInt(3) == 0) {
            call.put(name, value);
        }
    }

    private int number() {
        return number(0, 1_000_000);
    }

    private int number(int from, int to) {
        return random.nextInt(from, to);
    }
}

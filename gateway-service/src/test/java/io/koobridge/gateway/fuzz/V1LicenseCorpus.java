package io.koobridge.gateway.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Right calls of License 1.0: each activity of license §7, with and without what the table calls optional, real and debugging. */
final class V1LicenseCorpus {

    static final List<String> ACTIVITIES = List.of("getLicense", "refreshLicense", "expireLicense", "releaseLicense");

    private final RandomGenerator random;

    V1LicenseCorpus(RandomGenerator random) {
        this.random = random;
    }

    Map<String, String> any() {
        var call = new LinkedHashMap<String, String>();
        var activity = ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
        call.put("activity", activity);
        if (activity.equals("getLicense")) {
            purchase(call);
        } else {
            call.put("instanceId", new Corpus(random).id());
            maybe(call, "orderId", "CS-" + Corpus.CANARY + number());
        }
        if (activity.equals("refreshLicense")) {
            call.put("orderId", "CS-" + Corpus.CANARY + number());
            call.put("expireTime", time());
            maybe(call, "productId", "OFFI-" + Corpus.CANARY);
            period(call);
        }
        if (random.nextInt(6) == 0) {
            call.put("testFlag", random.nextInt(3) == 0 ? "0" : "1");
        }
        call.put("timeStamp", "20261122%06d%03d".formatted(random.nextInt(90_000), random.nextInt(1_000)));
        return call;
    }

    private void purchase(Map<String, String> call) {
        call.put("businessId", "b-" + Corpus.CANARY + number());
        call.put("orderId", "CS-" + Corpus.CANARY + number());
        call.put("customerId", "c-" + Corpus.CANARY);
        if (random.nextInt(8) > 0) {
            call.put("productId", random.nextInt(5) == 0 ? Place.METERED_PRODUCT : "OFFI-" + Corpus.CANARY + number());
        }
        maybe(call, "customerName", random.nextBoolean() ? "青禾 科技 & Co.+" : "a=b");
        maybe(call, "skuCode", "sku-" + Corpus.CANARY);
        maybe(call, "amount", Integer.toString(random.nextInt(1, 1_000)));
        maybe(call, "expireTime", time());
        maybe(call, "chargingMode", Integer.toString(random.nextInt(6)));
        period(call);
    }

    private void period(Map<String, String> call) {
        maybe(call, "periodType", random.nextBoolean() ? "year" : "month");
        maybe(call, "periodNumber", Integer.toString(random.nextInt(1, 4)));
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
        return random.nextInt(1_000_000);
    }
}

package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Channel;
import io.koobridge.simulator.market.Extension;
import io.koobridge.simulator.playing.DebugCases.Case;
import io.koobridge.simulator.v1.ExtendParams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The debug cases that people saved for products of V1, with the values that the console offers (saas-v1 §1.5, A24). */
final class V1DebugCases {
    private static final String DUMMY = "huaweitest123456";
    private static final String EXPIRE = "20301231155959";

    static final List<Case> ALL = List.of(
            saved("newInstance with every field", "newInstance", wholePurchase()),
            saved("newInstance as the console fills it in", "newInstance", purchase()),
            saved("newInstance trial", "newInstance", with(purchase(), "trialFlag", "1", "chargingMode", "1")),
            saved("newInstance one-time", "newInstance", with(purchase(), "chargingMode", "3")),
            saved("newInstance pay-per-use", "newInstance", with(purchase(), "chargingMode", "0")),
            saved("newInstance package", "newInstance", with(purchase(), "chargingMode", "5")),
            saved("refreshInstance renewal", "refreshInstance", with(renewal(), "orderAmount", "1280.500")),
            saved("refreshInstance cancelled", "refreshInstance", with(renewal(), "orderAmount", "-1280.500")),
            saved("refreshInstance trial to formal", "refreshInstance", with(renewal(), "trialToFormal", "1")),
            saved("expireInstance", "expireInstance", with(about(), "orderId", DUMMY)),
            saved("releaseInstance", "releaseInstance", with(about(), "orderId", DUMMY, "orderAmount", "0")),
            saved("releaseInstance without order", "releaseInstance", about()),
            saved(
                    "upgrade",
                    "upgrade",
                    with(about(), "orderId", DUMMY, "skuCode", DUMMY, "productId", DUMMY, "amount", "50")),
            saved("instanceStatus FREEZE", "instanceStatus", with(about(), "instanceStatus", "FREEZE")),
            saved("instanceStatus NORMAL", "instanceStatus", with(about(), "instanceStatus", "NORMAL")),
            saved("queryInstance", "queryInstance", about()));

    private V1DebugCases() {}

    private static Case saved(String name, String activity, Map<String, Object> members) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("activity", activity);
        all.putAll(members);
        all.put("testFlag", "1");
        return new Case(Channel.V1, "V1 " + name, all);
    }

    private static Map<String, Object> about() {
        return with(Map.of(), "instanceId", DUMMY);
    }

    private static Map<String, Object> purchase() {
        return with(
                Map.of(),
                "businessId",
                DUMMY,
                "customerId",
                DUMMY,
                "orderId",
                DUMMY,
                "productId",
                DUMMY,
                "expireTime",
                EXPIRE);
    }

    private static Map<String, Object> wholePurchase() {
        String extension = ExtendParams.written(
                List.of(new Extension("deptName", "研发>>中心"), new Extension("seatNote", "a>b?c~>")));
        return with(
                with(
                        purchase(),
                        "customerName",
                        "Example Trading Ltd",
                        "userId",
                        DUMMY,
                        "userName",
                        DUMMY,
                        "skuCode",
                        DUMMY,
                        "chargingMode",
                        "1"),
                "periodType",
                "year",
                "periodNumber",
                "1",
                "amount",
                "20",
                "orderAmount",
                "1280.500",
                "saasExtendParams",
                extension);
    }

    private static Map<String, Object> renewal() {
        return with(
                about(),
                "orderId",
                DUMMY,
                "productId",
                DUMMY,
                "expireTime",
                EXPIRE,
                "periodType",
                "year",
                "periodNumber",
                "1");
    }

    private static Map<String, Object> with(Map<String, Object> members, String... namesAndValues) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }
}

package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The saved debug cases: what a seller typed into the console once, made-up values throughout (saas-v2 §1.16, §9). */
final class DebugCases {
    private static final String DUMMY = "123456789";
    private static final String EXPIRE = "20301231155959";

    static final List<Case> ALL = Stream.of(
                    Stream.of(
                                    "MOCKPERIODYEARNEW",
                                    "MOCKONETIMENEW",
                                    "MOCKONDEMAND",
                                    "MOCKONDEMANDPKG",
                                    "MOCKPERIODDAYTRIAL")
                            .map(order -> newInstance(order)),
                    Stream.of(new Case("queryInstance", about("queryInstance"))),
                    Stream.of(
                            refresh("TRIAL_TO_FORMAL", "MOCKMONTYTRIALTOFORMAL"),
                            refresh("RENEWAL", "MOCKMONTYRENEW"),
                            refresh("RENEWAL_CHANGE", "MOCKMONTYRENEW"),
                            refresh("UNSUBSCRIBE_RENEWAL_PERIOD", "MOCKMONTYUNSUBSCRIBE")),
                    Stream.of(status("FREEZE"), status("UNFREEZE")),
                    Stream.of(
                            new Case("releaseInstance by expiry", about("releaseInstance")),
                            new Case(
                                    "releaseInstance by unsubscription",
                                    ordered(about("releaseInstance"), "MOCKMONTYUNSUBSCRIBE"))),
                    Stream.of(new Case("upgradeInstance", ordered(about("upgradeInstance"), "MOCKMONTYCHANGE"))),
                    Stream.of(
                            check(
                                    "productInfo as object",
                                    Map.of("productId", DUMMY, "skuCode", DUMMY, "linearValue", 10)),
                            check("productInfo as text", "{\"productId\":\"123456789\",\"linearValue\":10}")))
            .flatMap(cases -> cases)
            .toList();

    private static final List<Case> NOTIFICATIONS = Stream.of(
                    "MOCKPERIODYEARNEW",
                    "MOCKONETIMENEW",
                    "MOCKONDEMAND",
                    "MOCKONDEMANDPKG",
                    "MOCKPERIODDAYTRIAL",
                    "MOCKMONTYTRIALTOFORMAL",
                    "MOCKMONTYUNSUBSCRIBE",
                    "MOCKMONTYRENEW",
                    "MOCKMONTYCHANGE")
            .map(order -> new Case(
                    Channel.ORDERS,
                    "orderNotify " + order,
                    ordered(Map.of("activity", "orderNotify", "testFlag", "1"), order)))
            .toList();

    private DebugCases() {}

    record Case(Channel channel, String name, Map<String, Object> members) {
        Case(String name, Map<String, Object> members) {
            this(Channel.V2, name, members);
        }

        String activity() {
            return String.valueOf(members.get("activity"));
        }
    }

    /** One order notification for each documented mock order; the others as people saved them. */
    static List<Case> of(Channel channel) {
        return switch (channel) {
            case V2 -> ALL;
            case V1 -> V1DebugCases.ALL;
            case ORDERS -> NOTIFICATIONS;
            case LICENSE -> LicenseDebugCases.ONLINE;
            case LICENSE_V1 -> LicenseDebugCases.V1;
            case LICENSE_CODE -> LicenseDebugCases.CODES;
        };
    }

    static Optional<Case> first(Channel channel, String activity) {
        return of(channel).stream()
                .filter(saved -> saved.activity().equals(activity))
                .findFirst();
    }

    /** What freezes, or takes that back; empty where no such call exists. */
    static Optional<Map<String, Object>> status(Channel channel, boolean frozen) {
        return of(channel).stream()
                .map(Case::members)
                .filter(members -> members.containsKey("status") || members.containsKey("instanceStatus"))
                .filter(members -> members.containsValue("FREEZE") == frozen)
                .findFirst();
    }

    private static Map<String, Object> about(String activity) {
        return Map.of("activity", activity, "instanceId", DUMMY, "testFlag", "1");
    }

    private static Map<String, Object> ordered(Map<String, Object> members, String orderId) {
        return with(members, Map.of("orderId", orderId, "orderLineId", orderId + "-000001"));
    }

    private static Map<String, Object> with(Map<String, Object> members, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.putAll(more);
        return Map.copyOf(all);
    }

    private static Case newInstance(String orderId) {
        return new Case(
                "newInstance " + orderId,
                ordered(Map.of("activity", "newInstance", "businessId", DUMMY, "testFlag", "1"), orderId));
    }

    private static Case refresh(String scene, String orderId) {
        return new Case(
                "refreshInstance " + scene,
                with(
                        ordered(about("refreshInstance"), orderId),
                        Map.of("scene", scene, "expireTime", EXPIRE, "productId", DUMMY)));
    }

    private static Case status(String status) {
        return new Case(
                "updateInstanceStatus " + status, with(about("updateInstanceStatus"), Map.of("status", status)));
    }

    private static Case check(String name, Object productInfo) {
        return new Case(
                "changeInstanceCheck " + name, with(about("changeInstanceCheck"), Map.of("productInfo", productInfo)));
    }
}

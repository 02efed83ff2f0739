package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Changes what a V1 call says, before it is signed. */
final class V1SaidMutations {

    private static final List<String> ODD = List.of(
            "实例",
            "\ud83d\ude00",
            "\u0000",
            "\n",
            "a&b",
            "a=b",
            "x&orderId=CS-OTHER",
            "%41",
            "%",
            "+",
            " a ",
            "null",
            "{}",
            "-1",
            "1",
            "\ufffd",
            "\u2028");
    private static final List<String> NUMBERS = List.of(
            "-1",
            "1.0",
            "1e3",
            "999999999",
            "1000000000",
            "٣",
            " 7 ",
            "0x1",
            "+1",
            "00000000000001",
            "-1280.5",
            "1280.1234567",
            "-0.000",
            "NaN",
            "1,5");
    private static final List<String> NUMERIC = List.of(
            "amount",
            "diskSize",
            "bandWidth",
            "orderAmount",
            "periodNumber",
            "chargingMode",
            "provisionType",
            "trialFlag",
            "trialToFormal",
            "testFlag");
    private static final List<String> TIMES = List.of(
            "20270230000000",
            "20240229235959",
            "20270331235959",
            "20270331235959999",
            "2027033123595",
            "202703312359599",
            "00000101000000",
            "99991231235959",
            "20270331240000",
            "2027-03-31",
            "20270328023000",
            "2027033123595٩");
    private static final List<String> TIME_STAMPS = List.of(
            "20260331011507482",
            "20260331011507",
            "202603310115074",
            "20261122090100123",
            "20261122090100124",
            "20991231235959999",
            "00000000000000000000",
            "99999999999999999999",
            "20260230000000000",
            "2026033101150",
            "202603310115074820000",
            "",
            "now",
            " 20260331011507482");

    private final RandomGenerator random;

    V1SaidMutations(RandomGenerator random) {
        this.random = random;
    }

    Map<String, String> apply(V1Mutation mutation, Map<String, String> said) {
        var call = new LinkedHashMap<>(said);
        var name = pick(new ArrayList<>(call.isEmpty() ? List.of("activity") : call.keySet()));
        var value = call.getOrDefault(name, "");
        switch (mutation) {
            case VALUE_ODD -> call.put(name, random.nextBoolean() ? pick(ODD) : value + pick(ODD));
            case VALUE_EMPTY -> call.put(name, pick(List.of("", " ", "\t", "\u00a0")));
            case VALUE_HUGE ->
                call.put(name, value + pick(List.of("0", "x", "实")).repeat(pick(List.of(60, 65, 2_000))));
            case VALUE_MISSING -> call.remove(name);
            case VALUES_EXCHANGED -> {
                var other = pick(new ArrayList<>(call.isEmpty() ? List.of("activity") : call.keySet()));
                call.put(name, call.getOrDefault(other, ""));
                call.put(other, value);
            }
            case NUMBER_ODD -> call.put(pick(NUMERIC), pick(NUMBERS));
            case TIME_OF_EXPIRY_ODD -> call.put("expireTime", pick(TIMES));
            case TIME_STAMP_ODD -> call.put("timeStamp", pick(TIME_STAMPS));
            case IDS_ODD ->
                call.put(
                        "instanceId",
                        pick(List.of(
                                ",",
                                " a , a ,,b ",
                                "i-1,".repeat(101),
                                new Corpus(random).ids(101),
                                "x".repeat(65) + ",i-1",
                                "x".repeat(65),
                                "，",
                                "a\u0000b")));
            case OTHER_ACTIVITY ->
                call.put(
                        "activity",
                        pick(List.of(
                                pick(V1Corpus.ACTIVITIES),
                                "NewInstance",
                                "upgradeInstance",
                                "getLicense",
                                " upgrade",
                                "")));
            case DEBUG_FLAG -> call.put("testFlag", pick(List.of("1", "1", "01", "true", " 1", "2")));
            case DAMAGED_BASE64 -> {
                var one = pick(List.of("mobilePhone", "email", "saasExtendParams"));
                var text = call.getOrDefault(one, "W10=");
                int at = random.nextInt(text.length() + 1);
                call.put(
                        one,
                        pick(List.of(
                                text.substring(0, at),
                                text.substring(0, at) + "%" + text.substring(at),
                                text.replace('+', ' '),
                                text.replace("=", ""),
                                text.replace("+", "%2B").replace("=", "%3D"),
                                "实" + text,
                                text + text)));
            }
            case UNKNOWN_PARAMETER ->
                call.put(pick(List.of("lang", "Activity", "activity ", "_", "实", "a b", "z")), pick(ODD));
            case SIGNED_WITHOUT_BLANKS -> call.put("customerName", " ");
            default -> throw new IllegalArgumentException(mutation.name());
        }
        return call;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

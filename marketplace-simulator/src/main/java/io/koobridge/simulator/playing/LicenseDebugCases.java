package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Channel;
import io.koobridge.simulator.playing.DebugCases.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The saved debug cases of License products: five activities of the online License, three of codes, four of License V1 (license §6). */
final class LicenseDebugCases {
    private static final String DUMMY = "123456789";
    private static final String CODE = "PLDEBUG0000000001";
    private static final String EXPIRE = "20301231155959";
    private static final String RENEWAL = "MOCKMONTYRENEW";
    private static final String CANCELLATION = "MOCKMONTYUNSUBSCRIBE";

    static final List<Case> ONLINE = List.of(
            online("newInstance", "newInstance", "businessId", DUMMY, "order", "MOCKPERIODYEARNEW"),
            online("newInstance one-time", "newInstance", "businessId", DUMMY, "order", "MOCKONETIMENEW"),
            online("newInstance trial", "newInstance", "businessId", DUMMY, "order", "MOCKPERIODDAYTRIAL"),
            refreshed("TRIAL_TO_FORMAL", "MOCKMONTYTRIALTOFORMAL"),
            refreshed("RENEWAL", RENEWAL),
            refreshed("UNSUBSCRIBE_RENEWAL_PERIOD", RENEWAL),
            online("FREEZE", "updateInstanceStatus", "instanceId", DUMMY, "status", "FREEZE"),
            online("UNFREEZE", "updateInstanceStatus", "instanceId", DUMMY, "status", "UNFREEZE"),
            online("releaseInstance by expiry", "releaseInstance", "instanceId", DUMMY),
            online("releaseInstance by unsubscription", "releaseInstance", "instanceId", DUMMY, "order", CANCELLATION),
            online(
                    "getLicenseAsync",
                    "getLicenseAsync",
                    "instanceId",
                    DUMMY,
                    "eventId",
                    "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c",
                    "effectiveTime",
                    "2026-01-05 00:00:00 z",
                    "expireTime",
                    "2027-01-05 00:00:00 z",
                    "deviceFingerprint",
                    "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001"),
            online(
                    "getLicenseAsync without device and end",
                    "getLicenseAsync",
                    "instanceId",
                    DUMMY,
                    "eventId",
                    DUMMY,
                    "effectiveTime",
                    "2026-01-05 00:00:00 z"));

    static final List<Case> CODES = List.of(
            code("RENEWAL", "refreshLicenseCode", "scene", "RENEWAL", "expireTime", EXPIRE, "order", RENEWAL),
            code(
                    "UNSUBSCRIBE_RENEWAL_PERIOD",
                    "refreshLicenseCode",
                    "scene",
                    "UNSUBSCRIBE_RENEWAL_PERIOD",
                    "expireTime",
                    EXPIRE,
                    "order",
                    CANCELLATION),
            code("FREEZE", "updateLicenseCodeStatus", "status", "FREEZE"),
            code("UNFREEZE", "updateLicenseCodeStatus", "status", "UNFREEZE"),
            code("releaseLicenseCode by expiry", "releaseLicenseCode"),
            code("releaseLicenseCode by unsubscription", "releaseLicenseCode", "order", CANCELLATION));

    static final List<Case> V1 = List.of(
            v1(
                    "getLicense",
                    "customerId",
                    DUMMY,
                    "customerName",
                    "Example Trading Ltd",
                    "businessId",
                    DUMMY,
                    "orderId",
                    DUMMY,
                    "skuCode",
                    DUMMY,
                    "productId",
                    DUMMY,
                    "expireTime",
                    EXPIRE,
                    "periodType",
                    "year",
                    "periodNumber",
                    "1",
                    "amount",
                    "3"),
            v1("getLicense", "customerId", DUMMY, "businessId", DUMMY, "orderId", DUMMY, "productId", DUMMY),
            v1("refreshLicense", "orderId", DUMMY, "instanceId", DUMMY, "expireTime", EXPIRE),
            v1("expireLicense", "orderId", DUMMY, "instanceId", DUMMY),
            v1("releaseLicense", "orderId", DUMMY, "instanceId", DUMMY));

    private LicenseDebugCases() {}

    private static Case refreshed(String scene, String orderId) {
        return online(
                "refreshInstance " + scene,
                "refreshInstance",
                "scene",
                scene,
                "instanceId",
                DUMMY,
                "expireTime",
                EXPIRE,
                "order",
                orderId);
    }

    private static Case online(String name, String activity, String... members) {
        return saved(Channel.LICENSE, "License " + name, activity, members);
    }

    private static Case code(String name, String activity, String... members) {
        String[] all =
                Stream.concat(Stream.of("license", CODE), Stream.of(members)).toArray(String[]::new);
        return saved(Channel.LICENSE_CODE, "code " + name, activity, all);
    }

    private static Case v1(String activity, String... members) {
        return saved(Channel.LICENSE_V1, "License V1 " + activity, activity, members);
    }

    /** The name {@code order} stands for the two members that tell an order. */
    private static Case saved(Channel channel, String name, String activity, String... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("activity", activity);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals("order")) {
                members.put("orderId", namesAndValues[i + 1]);
                members.put("orderLineId", namesAndValues[i + 1] + "-000001");
            } else {
                members.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        members.put("testFlag", "1");
        return new Case(channel, name, members);
    }
}

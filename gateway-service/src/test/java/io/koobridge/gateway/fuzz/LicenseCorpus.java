package io.koobridge.gateway.fuzz;

import static io.koobridge.gateway.fuzz.Corpus.CANARY;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Right calls about licences and authorization codes: each activity of license §3 and §4 with each form that it knows, real and debugging. */
final class LicenseCorpus {

    static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "getLicenseAsync",
            "refreshLicenseCode",
            "updateLicenseCodeStatus",
            "releaseLicenseCode");

    static final List<String> CODE_SCENES = List.of("RENEWAL", "UNSUBSCRIBE_RENEWAL_PERIOD");

    private static final List<String> TIMES = List.of(
            "2026-01-05 00:00:00 z",
            "2026-01-05 00:00:00 Z",
            "2026-01-05 00:00:00z",
            "2026-01-05 00:00:00 UTC",
            "2026-01-05 00:00:00",
            "2026-01-05T00:00:00Z",
            "2026-01-05T08:00:00.000+08:00",
            "20260105000000",
            "20260105000000000");
    private static final List<String> PRINTS = List.of(
            "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001",
            "设备|\u0000\n\t",
            "  ",
            "",
            CANARY.repeat(500),
            "x".repeat(8_192),
            "x".repeat(8_193));

    private final RandomGenerator random;

    LicenseCorpus(RandomGenerator random) {
        this.random = random;
    }

    Tree.Obj any(Place place) {
        var members = new ArrayList<Tree.Member>();
        if (place == Place.CODES) {
            code(members);
        } else if (random.nextInt(2) == 0) {
            application(members);
        } else {
            // The life of an instance is told in the words of SaaS; what SaaS alone has is none of licences.
            return new Corpus(random).any();
        }
        if (random.nextInt(8) == 0) {
            say(members, "testFlag", random.nextInt(3) == 0 ? "0" : "1");
        }
        return new Tree.Obj(members);
    }

    private void application(List<Tree.Member> members) {
        say(members, "activity", "getLicenseAsync");
        say(members, "eventId", "e-" + CANARY + number());
        say(members, "instanceId", new Corpus(random).id());
        say(members, "effectiveTime", TIMES.get(random.nextInt(TIMES.size())));
        if (random.nextInt(4) > 0) {
            int year = random.nextInt(8) == 0 ? 2025 : 2027;
            say(members, "expireTime", TIMES.get(random.nextInt(TIMES.size())).replace("2026", Integer.toString(year)));
        }
        if (random.nextInt(4) > 0) {
            say(members, "deviceFingerprint", PRINTS.get(random.nextInt(PRINTS.size())));
        }
    }

    private void code(List<Tree.Member> members) {
        var code = "PL" + CANARY + number();
        switch (random.nextInt(3)) {
            case 0 -> {
                say(members, "activity", "refreshLicenseCode");
                say(
                        members,
                        "expireTime",
                        "2027%02d01000000%s".formatted(random.nextInt(1, 13), random.nextBoolean() ? "" : "000"));
                say(members, "license", code);
                order(members);
                say(members, "scene", random.nextInt(6) == 0 ? "RENEWAL_CHANGE" : CODE_SCENES.get(random.nextInt(2)));
                if (random.nextBoolean()) {
                    say(members, "productId", "OFFI-" + CANARY);
                }
            }
            case 1 -> {
                say(members, "activity", "updateLicenseCodeStatus");
                say(members, "license", code);
                say(members, "status", random.nextBoolean() ? "FREEZE" : "UNFREEZE");
            }
            default -> {
                say(members, "activity", "releaseLicenseCode");
                say(members, "license", code);
                if (random.nextBoolean()) {
                    order(members);
                }
            }
        }
    }

    private void order(List<Tree.Member> members) {
        var orderId = "CS-" + CANARY + number();
        say(members, "orderId", orderId);
        say(members, "orderLineId", orderId + "-000001");
    }

    private static void say(List<Tree.Member> members, String name, String value) {
        members.add(new Tree.Member(name, new Tree.Text(value)));
    }

    private int number() {
        return random.nextInt(1_000_000);
    }
}

package io.koobridge.gateway.fuzz;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.Phase;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What broker and provisioning do while a call is carried out.
 *
 * @param viewSeed decides what is known of each asked instance
 */
record Mood(
        Store store,
        Reach reach,
        InstanceResolution resolution,
        Admission admission,
        ChangeCheck verdict,
        long viewSeed) {

    /** The broker. */
    enum Store {
        STORED,
        NOT_STORED,
        HANGS
    }

    /** Provisioning. */
    enum Reach {
        ANSWERS,
        AWAY,
        UNCERTAIN,
        /** Until the asker's own time is over. */
        TOO_SLOW,
        /** Longer than anybody has. */
        HANGS
    }

    static final String WORDS = "quota of 5 users is used";

    private static final List<String> WHYS = List.of(
            WORDS,
            "",
            " ",
            "用量超出配额",
            "a\r\nBody-Sign: x\u0000\u001b[31m",
            "\ud83d\ude00".repeat(300),
            "x".repeat(254) + "\ud83d\ude00",
            "\ud800 half",
            "\u2028\u2029\u0085",
            "x".repeat(100_000),
            "\"quoted\\\"");

    static Mood of(RandomGenerator random) {
        return new Mood(
                rarely(random, Store.values()),
                rarely(random, Reach.values()),
                resolution(random),
                admission(random),
                verdict(random),
                random.nextLong());
    }

    /** The first one most of the time; the last one, which costs time, seldom. */
    private static <E> E rarely(RandomGenerator random, E[] values) {
        int chance = random.nextInt(400);
        return chance == 0
                ? values[values.length - 1]
                : chance < 40 ? values[1 + chance % (values.length - 2)] : values[0];
    }

    private static InstanceResolution resolution(RandomGenerator random) {
        if (random.nextBoolean()) {
            return InstanceResolution.UNKNOWN;
        }
        var phase = Plan.pick(random, Phase.values());
        boolean ready = phase == Phase.ACTIVE || phase == Phase.FROZEN;
        var failure = phase == Phase.FAILED ? Plan.pick(random, FailureReason.values()) : null;
        return new InstanceResolution(random.nextBoolean() ? "imported-1" : "实例-1", phase, ready, failure);
    }

    private static Admission admission(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Admission("refused", Reason.UNKNOWN_INSTANCE, null);
            case 1 -> new Admission("refused", Plan.pick(random, Reason.values()), null);
            case 2 -> new Admission("stale", null, "older than what is known");
            case 3 -> new Admission("unchanged", null, null);
            default -> new Admission("applied", null, null);
        };
    }

    private static ChangeCheck verdict(RandomGenerator random) {
        return switch (Plan.pick(random, ChangeCheck.Verdict.values())) {
            case POSSIBLE -> ChangeCheck.possible();
            case IMPOSSIBLE -> ChangeCheck.impossible(WHYS.get(random.nextInt(WHYS.size())));
            case REFUSED -> ChangeCheck.refused(Plan.pick(random, Reason.values()));
            case UNDECIDED -> ChangeCheck.undecided();
        };
    }
}

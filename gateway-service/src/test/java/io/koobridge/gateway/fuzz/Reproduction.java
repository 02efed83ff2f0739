package io.koobridge.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Makes a call that went wrong smaller as long as it still goes wrong, for whoever has to look at it. */
final class Reproduction {

    private static final int MOST_TRIES = 400;

    private final long seed;
    private int tries;

    Reproduction(long seed) {
        this.seed = seed;
    }

    String of(Plan plan, List<String> complaints) {
        var smaller = withFewerSteps(plan);
        var body = withFewerBytes(smaller, smaller.body());
        var wire = smaller.wire(body);
        return """

                call %d of seed %d (again with -Dkoobridge.fuzz.seed=%2$d -Dkoobridge.fuzz.case=%1$d)
                complaints: %s
                mutations: %s; signed %s
                mood: %s, again: %s
                the call: %s
                the smallest that fails (%s): %s
                of which: %s""".formatted(
                        plan.number(),
                        seed,
                        String.join("\n  ", complaints),
                        plan.mutations(),
                        plan.resigned() ? "after them" : "before them",
                        plan.mood(),
                        plan.again(),
                        plan.wire(),
                        smaller.mutations(),
                        wire,
                        String.join("\n  ", complaints(smaller, wire)));
    }

    private Plan withFewerSteps(Plan plan) {
        return plan.withSteps(fewest(plan.steps(), steps -> {
            var candidate = plan.withSteps(steps);
            return fails(candidate, candidate.wire());
        }));
    }

    /** As many steps as cannot be left out. */
    static <S> List<S> fewest(List<S> steps, Predicate<List<S>> fails) {
        for (int i = 0; i < steps.size(); i++) {
            var fewer = new ArrayList<>(steps);
            fewer.remove(i);
            if (fails.test(fewer)) {
                return fewest(fewer, fails);
            }
        }
        return steps;
    }

    private byte[] withFewerBytes(Plan plan, byte[] body) {
        var smallest = body;
        for (int piece = body.length / 2; piece > 0; piece /= 2) {
            for (int at = 0; at + piece <= smallest.length && tries < MOST_TRIES; ) {
                var candidate = without(smallest, at, piece);
                if (fails(plan, plan.wire(candidate))) {
                    smallest = candidate;
                } else {
                    at += piece;
                }
            }
        }
        return smallest;
    }

    private static byte[] without(byte[] body, int at, int length) {
        var shorter = new byte[body.length - length];
        System.arraycopy(body, 0, shorter, 0, at);
        System.arraycopy(body, at + length, shorter, at, body.length - at - length);
        return shorter;
    }

    private boolean fails(Plan plan, Wire wire) {
        return !complaints(plan, wire).isEmpty();
    }

    /** By a gateway that has heard nothing before. */
    private List<String> complaints(Plan plan, Wire wire) {
        tries++;
        return Objects.requireNonNull(
                new Trial(new Gateway(), new Tally()).of(plan, wire).block());
    }
}

package io.koobridge.gateway.fuzz;

import java.util.List;
import java.util.Objects;

/** A V1 call that went wrong, with as few mutations as it still goes wrong with. */
final class V1Reproduction {

    private V1Reproduction() {}

    static String of(V1Plan plan, List<String> complaints) {
        var smaller = plan.withSteps(Reproduction.fewest(
                plan.steps(), steps -> !complaints(plan.withSteps(steps)).isEmpty()));
        return """

                V1 call %d of seed %d (again with -Dkoobridge.fuzz.seed=%2$d -Dkoobridge.fuzz.case=%1$d)
                complaints: %s
                mutations: %s
                mood: %s
                the smallest that fails (%s): %s
                which says: %s
                of which: %s""".formatted(
                        plan.number(),
                        Settings.SEED,
                        String.join("\n  ", complaints),
                        plan.mutations(),
                        plan.mood(),
                        smaller.mutations(),
                        smaller.wire(),
                        smaller.said(),
                        String.join("\n  ", complaints(smaller)));
    }

    /** By a gateway that has heard nothing before. */
    private static List<String> complaints(V1Plan plan) {
        return Objects.requireNonNull(
                new V1Trial(new Gateway(), new Tally()).of(plan).block());
    }
}

package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.fuzz.V1Verifier.Verdict;
import java.util.List;

/** What a call of V1 counts as. */
final class V1Counts {

    private V1Counts() {}

    /** What enough calls come to, whatever is sold. */
    static void assertReached(Tally tally) {
        tally.assertReached("verdict", List.of("genuine", "of V2", "000001", "000002"));
    }

    /** Each edition has its own word for a purchase. */
    private static String activity(V1Plan plan, Meaning meaning) {
        return plan.place() == Place.LICENSES && meaning instanceof Meaning.Purchase ? "getLicense" : meaning.label();
    }

    static void add(Tally tally, V1Plan plan, V1Referee.Judgement judgement, Answered answer) {
        tally.add(answer);
        tally.add("calls", plan.post() ? "POST" : "GET");
        plan.steps().forEach(step -> tally.add("mutation", step.mutation().name()));
        tally.add("place", plan.place().name());
        tally.add("activity", activity(plan, judgement.meaning()));
        switch (judgement.verdict()) {
            case null -> tally.add("verdict", "of V2");
            case Verdict.Genuine genuine -> {
                tally.add("key", genuine.key().id());
                tally.add("verdict", plan.isBroken() ? "genuine after all" : "genuine");
            }
            case Verdict.Wrong(var code) -> tally.add("verdict", code);
        }
    }
}

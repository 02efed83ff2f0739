package io.koobridge.gateway.fuzz;

/** What a call of V2 counts as. */
final class Counts {

    private Counts() {}

    /** What enough calls come to, whatever is sold. */
    static void assertReached(Tally tally) {
        tally.assertReached("broker", Mood.Store.values());
        tally.assertReached("provisioning", Mood.Reach.values());
        tally.assertReached("again", Plan.Again.values());
    }

    static void add(Tally tally, Plan plan, Wire wire, Referee.Judgement judgement, Answered answer) {
        tally.add(answer);
        plan.steps().forEach(step -> tally.add("mutation", step.mutation().name()));
        tally.add("signed", plan.resigned() ? "after" : "before");
        tally.add("place", wire.place().name());
        tally.add("again", plan.again().name());
        tally.add("activity", judgement.meaning().label());
        switch (judgement.meaning()) {
            case Meaning.Change change ->
                tally.add("fact", change.fact().getClass().getSimpleName());
            case Meaning.CodeChange change ->
                tally.add("fact", change.fact().getClass().getSimpleName());
            case Meaning.Application _ -> tally.add("fact", "LicenseApplied");
            case Meaning.Purchase _ -> tally.add("fact", "InstancePurchased");
            case Meaning.Nonsense _, Meaning.Query _, Meaning.Check _, Meaning.Rehearsal _ -> {
                // Told of nothing.
            }
        }
        switch (judgement.verdict()) {
            case Verifier.Verdict.Genuine genuine -> {
                tally.add("verified", genuine.key().id());
                tally.add("verified", plan.resigned() ? "signed after" : "signed before");
                if (plan.steps().isEmpty()) {
                    tally.add("verified", "untouched");
                }
            }
            case Verifier.Verdict.Wrong(var code) -> tally.add("rejected", code);
        }
        if (judgement.expected().published()) {
            tally.add("broker", plan.mood().store().name());
        }
        if (!(judgement.meaning() instanceof Meaning.Nonsense)) {
            tally.add("provisioning", plan.mood().reach().name());
        }
    }
}

package io.koobridge.gateway.fuzz;

import java.util.List;

/** How calls of V2 and of V1 are tried and told of, whatever is sold. */
final class Editions {

    private Editions() {}

    /** How a call comes to be. */
    @FunctionalInterface
    interface Plans<P> {

        P of(long seed, int number);
    }

    record V2(Plans<Plan> plans) implements Barrage.Edition<Plan> {

        @Override
        public Plan plan(int number) {
            return plans.of(Settings.SEED, number);
        }

        @Override
        public Trials<Plan> trials(Gateway gateway, Tally tally) {
            return new Trial(gateway, tally);
        }

        @Override
        public String told(Plan plan, List<String> complaints) {
            return new Reproduction(Settings.SEED).of(plan, complaints);
        }
    }

    record V1(Plans<V1Plan> plans) implements Barrage.Edition<V1Plan> {

        @Override
        public V1Plan plan(int number) {
            return plans.of(Settings.SEED, number);
        }

        @Override
        public Trials<V1Plan> trials(Gateway gateway, Tally tally) {
            return new V1Trial(gateway, tally);
        }

        @Override
        public String told(V1Plan plan, List<String> complaints) {
            return V1Reproduction.of(plan, complaints);
        }
    }
}

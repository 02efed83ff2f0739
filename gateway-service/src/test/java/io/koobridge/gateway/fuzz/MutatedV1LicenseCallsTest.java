package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for License 1.0, against a second reading of license §7. */
class MutatedV1LicenseCallsTest {

    private static final int MOST_METERS = 200;

    private static final List<String> CODES = List.of("000000", "000001", "000002", "000003", "000004", "000005");

    private static final class Licenses implements Barrage.Edition<V1Plan> {

        @Override
        public V1Plan plan(int number) {
            return V1Plan.ofLicenses(Settings.SEED, number);
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

    @Tag("promise:edition-codes")
    @Tag("promise:only-the-signed")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var barrage = new Barrage<>("V1 licence calls", new Licenses());

        barrage.fire(Settings.V1_LICENSE_CALLS);

        assertThat(barrage.gateway().meters()).isLessThan(MOST_METERS);
        assertThat(barrage.gateway().rememberedBytes()).as("V1 has no nonces").isZero();
        if (Settings.isEnough()) {
            barrage.assertReached(CODES, V1LicenseCorpus.ACTIVITIES, mutations());
            barrage.tally().assertReached("key", List.of("license-v1"));
            barrage.tally().assertReached("verdict", List.of("genuine", "of V2", "000001", "000002"));
        }
    }

    private static Enum<?>[] mutations() {
        return Arrays.stream(V1Mutation.values()).toArray(Enum<?>[]::new);
    }
}

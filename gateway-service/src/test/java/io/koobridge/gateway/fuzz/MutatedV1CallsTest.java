package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The same for V1: what is said is changed before signing, how it is spelled and what it says after it. What must come of each follows from a second
 * reading of saas-v1, see {@link V1Referee}; and nothing is ever taken for genuine that does not say what was signed.
 */
class MutatedV1CallsTest {

    private static final int MOST_METERS = 300;

    @Tag("promise:edition-codes")
    @Tag("promise:only-the-signed")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var barrage = new Barrage<>("V1 calls", new Editions.V1(V1Plan::of));

        barrage.fire(Settings.V1_CALLS);

        assertThat(barrage.gateway().meters()).isLessThan(MOST_METERS);
        assertThat(barrage.gateway().rememberedBytes()).as("V1 has no nonces").isZero();
        if (Settings.isEnough()) {
            barrage.assertReached(V1Corpus.ACTIVITIES, V1Mutation.values());
            var tally = barrage.tally();
            tally.assertReached("place", Place.ofSaas());
            tally.assertReached("key", List.of("v1-1", "v1-2", "v1-eu", "v1-intl"));
            tally.assertReached("calls", List.of("GET", "POST"));
            V1Counts.assertReached(tally);
        }
    }
}

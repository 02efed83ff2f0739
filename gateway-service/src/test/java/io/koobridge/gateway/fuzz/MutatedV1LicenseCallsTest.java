package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for License 1.0, against a second reading of license §7. */
class MutatedV1LicenseCallsTest {

    private static final int MOST_METERS = 200;

    private static final List<String> CODES = List.of("000000", "000001", "000002", "000003", "000004", "000005");

    @Tag("promise:edition-codes")
    @Tag("promise:only-the-signed")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var barrage = new Barrage<>("V1 licence calls", new Editions.V1(V1Plan::ofLicenses));

        barrage.fire(Settings.V1_LICENSE_CALLS);

        assertThat(barrage.gateway().meters()).isLessThan(MOST_METERS);
        assertThat(barrage.gateway().rememberedBytes()).as("V1 has no nonces").isZero();
        if (Settings.isEnough()) {
            barrage.assertReached(CODES, V1LicenseCorpus.ACTIVITIES, V1Mutation.values());
            barrage.tally().assertReached("key", List.of("license-v1"));
            V1Counts.assertReached(barrage.tally());
        }
    }
}

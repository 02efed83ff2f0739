package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for online License and for authorization codes, against a second reading of license §3 and §4. */
class MutatedLicenseCallsTest {

    private static final int MOST_METERS = 200;

    private static final List<String> CODES = List.of(
            "000000", "000001", "000002", "000003", "000004", "000005", "000100", "000900", "000901", "000902",
            "000903");

    private static final List<String> FACTS = List.of(
            "InstancePurchased",
            "InstanceFrozen",
            "InstanceUnfrozen",
            "InstanceReleased",
            "TermChanged",
            "LicenseApplied",
            "CodeTermChanged",
            "CodeFrozen",
            "CodeUnfrozen",
            "CodeReleased");

    @Tag("promise:edition-codes")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var barrage = new Barrage<>("licence calls", new Editions.V2(Plan::ofLicenses));

        barrage.fire(Settings.LICENSE_CALLS);

        assertThat(barrage.gateway().meters()).isLessThan(MOST_METERS);
        if (Settings.isEnough()) {
            barrage.assertReached(CODES, LicenseCorpus.ACTIVITIES, Mutation.values());
            var tally = barrage.tally();
            tally.assertReached("fact", FACTS);
            tally.assertReached("place", List.of("LICENSES", "CODES"));
            tally.assertReached(
                    "verified", List.of("license-1", "license-2", "code-1", "signed after", "signed before"));
            Counts.assertReached(tally);
        }
    }
}

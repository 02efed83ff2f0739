package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fifty thousand calls with something wrong or odd about them, half of them signed after that, through the gateway's real conversation. What must come
 * of each follows from a second reading of saas-v2, see {@link Referee}.
 */
class MutatedCallsTest {

    private static final long MOST_REMEMBERED = 2 * 16L * 1024 * 1024;

    /** Series of metrics; each is kept for ever, so their number must not depend on what callers say. */
    private static final int MOST_METERS = 200;

    private static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck");

    private static final List<String> FACTS = List.of(
            "InstancePurchased",
            "InstanceFrozen",
            "InstanceUnfrozen",
            "InstanceReleased",
            "TermChanged",
            "UpgradeOrdered");

    @Tag("promise:edition-codes")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var barrage = new Barrage<>("calls", new Editions.V2(Plan::of));

        barrage.fire(Settings.CALLS);

        assertThat(barrage.gateway().rememberedBytes()).isLessThanOrEqualTo(MOST_REMEMBERED);
        assertThat(barrage.gateway().meters()).isLessThan(MOST_METERS);
        if (Settings.isEnough()) {
            barrage.assertReached(ACTIVITIES, Mutation.values());
            var tally = barrage.tally();
            tally.assertReached("fact", FACTS);
            tally.assertReached("verified", List.of("base-1", "base-2", "eu-1", "signed after", "signed before"));
            tally.assertReached("rejected", List.of("000001", "000002"));
            Counts.assertReached(tally);
            assertThat(tally.of("signed", "after")).isBetween(Settings.CALLS * 9L / 20, Settings.CALLS * 11L / 20);
        }
    }
}

package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.EXPIRY;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.RENEWAL;
import static io.koobridge.provisioning.Instances.RENEWAL_ORDER;
import static io.koobridge.provisioning.Instances.RENEWED;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static io.koobridge.provisioning.Instances.term;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.Instances;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Until when an instance is paid for, and by which order (design §4, "Expiry"; saas-v2 §5). */
class TermsTest {

    private static final OrderDetails PRO = new OrderDetails(
            "CHANGE",
            ChargingMode.PERIOD,
            new Product("OFFI3", "sku-pro", 9L),
            null,
            EXPIRY.minus(Duration.ofDays(1)),
            null);
    private static final Instant EARLIER = EXPIRY.minus(Duration.ofDays(100));

    @Test
    void aRenewalMovesTheEndAndNothingElse() {
        var renewed = after(Instances.frozen(), fact("renewal", 60, RENEWAL));

        assertThat(renewed.spec().expiry()).isEqualTo(new Part<>(RENEWED, ORDERED.plusSeconds(60)));
        assertThat(renewed.phase()).as("V2 has a call of its own for thawing").isEqualTo(Phase.FROZEN);
    }

    @Test
    void aRenewalOfV1Thaws() {
        var renewal = new TermChanged(TermChange.RENEWAL, RENEWAL_ORDER, null, RENEWED, true);

        assertThat(after(Instances.frozen(), fact("renewal", 60, renewal)).phase())
                .isEqualTo(Phase.ACTIVE);
    }

    @Test
    void aRenewalDoesNotThawWhatWasFrozenLater() {
        var renewal = new TermChanged(TermChange.RENEWAL, RENEWAL_ORDER, null, RENEWED, true);

        var renewed = after(Instances.frozen(), fact("renewal", 4, renewal));

        assertThat(renewed.phase()).isEqualTo(Phase.FROZEN);
        assertThat(Instances.expiry(renewed)).isEqualTo(RENEWED);
    }

    @Tag("promise:renewals-never-shorten")
    @Test
    void aRenewalNeverShortens() {
        var renewed = after(Instances.active(), fact("renewal", 60, term(TermChange.RENEWAL, EARLIER)));

        assertThat(Instances.expiry(renewed)).isEqualTo(EXPIRY);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RENEWAL")
    void everyOtherChangeIsTakenAsSent(TermChange change) {
        var changed = after(Instances.active(), fact("term", 60, term(change, EARLIER)));

        assertThat(Instances.expiry(changed)).isEqualTo(EARLIER);
    }

    @Tag("promise:renewals-never-shorten")
    @Test
    void aLateDuplicateOfAnOlderOrderDoesNotOverwriteANewerEnd() {
        var cancelled =
                after(Instances.active(), fact("cancelled", 60, term(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, EARLIER)));

        assertThat(Instances.expiry(after(cancelled, fact("renewal", 54, RENEWAL))))
                .isEqualTo(EARLIER);
    }

    @Test
    void aTermOfWhichNothingIsInTimeIsStale() {
        var renewed = after(Instances.active(), fact("renewal", 60, RENEWAL));

        assertThat(Decisions.decide(renewed, fact("late", 54, term(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, EARLIER))))
                .isEqualTo(new Stale<Instance>("an end as of 2026-11-22T08:01:00Z is already known"));
    }

    @Tag("promise:repeats-change-nothing")
    @Test
    void aTermThatChangedNothingWhenItCameChangesNothingWhenItComesAgain() {
        var cancelled = fact("cancelled", 60, term(TermChange.UNSUBSCRIBE_RENEWAL_PERIOD, EXPIRY));
        var renewed = after(after(Instances.active(), cancelled), fact("renewal", 61, RENEWAL));

        assertThat(Decisions.decide(renewed, cancelled)).isEqualTo(new Unchanged<Instance>());
    }

    @Tag("promise:renewals-never-shorten")
    @Test
    void aRestartedRenewalDoesNotTakeAnUpgradeBack() {
        var upgraded = Instances.knowing(after(Instances.active(), fact("upgrade", 60, Instances.UPGRADE)), PRO);
        var restarted = after(upgraded, fact("renewal", 86_400, RENEWAL));
        var basic = new OrderDetails("RENEW", ChargingMode.PERIOD, new Product("OFFI1", "sku-1", 5L), null, null, null);

        var known = Instances.knowing(restarted, basic);

        assertThat(Instances.bought(known).product()).isEqualTo(PRO.product());
        assertThat(known.spec().lookUps()).isEmpty();
    }

    @Test
    void anUpgradesOrderDoesNotShortenARenewal() {
        var renewed = after(Instances.active(), fact("renewal", 60, RENEWAL));
        var upgraded = after(renewed, fact("upgrade", 90, Instances.UPGRADE));

        var known = after(upgraded, upgraded.spec().lookUps().getLast().learned(Instances.ID, PRO, "/test", ORDERED));

        assertThat(Instances.expiry(known)).isEqualTo(RENEWED);
        assertThat(Instances.bought(known).product()).isEqualTo(PRO.product());
    }

    @Test
    void ofTwoOrdersOfTheSameSecondTheOneThatStandsLaterInTheTopicCounts() {
        var both = after(
                after(Instances.active(), fact("change", 60, term(TermChange.RENEWAL_CHANGE, RENEWED))),
                fact("upgrade", 57, Instances.UPGRADE));
        var asked = both.spec().lookUps();
        var other = new OrderDetails("RENEW", ChargingMode.PERIOD, new Product("OFFI2", null, 2L), null, null, null);

        var inOrder = after(
                after(both, asked.getFirst().learned(Instances.ID, other, "/test", ORDERED)),
                asked.getLast().learned(Instances.ID, PRO, "/test", ORDERED));
        var turned = after(
                after(both, asked.getLast().learned(Instances.ID, PRO, "/test", ORDERED)),
                asked.getFirst().learned(Instances.ID, other, "/test", ORDERED));

        assertThat(Instances.bought(inOrder).product()).isEqualTo(PRO.product());
        assertThat(Instances.bought(turned).product()).isEqualTo(PRO.product());
    }

    @Test
    void anUpgradeThatIsOlderThanWhatIsSoldIsStale() {
        var changed = after(Instances.active(), fact("change", 60, term(TermChange.RENEWAL_CHANGE, RENEWED)));

        assertThat(Decisions.decide(changed, fact("upgrade", 54, Instances.UPGRADE)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void theProductThatTheCallNamesCountsAgainstTheOrders() {
        var named = new TermChanged(TermChange.RENEWAL, RENEWAL_ORDER, "OFFI-YEARLY", RENEWED, false);
        var renewed = after(Instances.active(), fact("renewal", 60, named));

        var known = Instances.knowing(renewed, PRO);

        assertThat(Instances.bought(known).product()).isEqualTo(new Product("OFFI-YEARLY", null, null));
    }

    @Test
    void whatOnlyThePurchaseTellsIsKeptWhenItIsLearnedLast() {
        var both = after(Instances.ordered(), fact("upgrade", 60, Instances.UPGRADE));
        var asked = both.spec().lookUps();

        var upgraded = after(both, asked.getLast().learned(Instances.ID, PRO, "/test", ORDERED));
        var known = after(upgraded, asked.getFirst().learned(Instances.ID, Instances.BOUGHT, "/test", ORDERED));

        assertThat(Instances.bought(known).product()).isEqualTo(PRO.product());
        assertThat(Instances.bought(known).buyer()).isEqualTo(Instances.BOUGHT.buyer());
    }

    @Test
    void sixteenUnknownOrdersAreAskedAboutAndThePurchaseIsAlwaysOneOfThem() {
        var instance = Instances.ordered();
        for (int i = 1; i <= 20; i++) {
            var order = new OrderKey("CS-" + i, null, null);
            instance = after(instance, fact("upgrade-" + i, i, new UpgradeOrdered(order)));
        }

        assertThat(instance.spec().lookUps())
                .extracting(lookUp -> lookUp.order().orderId())
                .hasSize(16)
                .startsWith("CS1", "CS-6")
                .endsWith("CS-20");
    }

    @Test
    void theSameTermAgainIsKnown() {
        var renewed = after(Instances.active(), fact("renewal", 60, RENEWAL));

        assertThat(Decisions.decide(renewed, fact("renewal", 86_400, RENEWAL))).isEqualTo(new Unchanged<Instance>());
    }

    @ParameterizedTest
    @EnumSource
    void theOrderIsAskedAboutUnlessItCancels(TermChange change) {
        var changed = after(Instances.active(), fact("term", 60, term(change, RENEWED)));

        assertThat(changed.spec().lookUps()).hasSize(change == TermChange.UNSUBSCRIBE_RENEWAL_PERIOD ? 0 : 1);
    }

    @Test
    void whatTheOrderSaysIsBoughtFromThenOnButTheEndIsTheCalls() {
        var renewed = after(Instances.active(), fact("term", 60, term(TermChange.RENEWAL_CHANGE, EARLIER)));
        var order = new OrderDetails("RENEW", ChargingMode.PERIOD, new Product("OFFI2", null, 9L), null, RENEWED, null);

        var known = Instances.knowing(renewed, order);

        assertThat(Instances.bought(known).product()).isEqualTo(new Product("OFFI2", null, 9L));
        assertThat(Instances.expiry(known)).isEqualTo(EARLIER);
        assertThat(known.spec().lookUps()).isEmpty();
        assertThat(known.settled()).isFalse();
    }

    @Test
    void anOrderThatIsLearnedAfterALaterOneChangesNothing() {
        var both =
                after(after(Instances.active(), fact("renewal", 60, RENEWAL)), fact("upgrade", 90, Instances.UPGRADE));
        var later = new OrderDetails("CHANGE", ChargingMode.PERIOD, new Product("OFFI3", null, 3L), null, null, null);
        var earlier = new OrderDetails("RENEW", ChargingMode.PERIOD, new Product("OFFI2", null, 2L), null, null, null);

        var asked = both.spec().lookUps();
        var upgraded = after(both, asked.getLast().learned(Instances.ID, later, "/test", ORDERED));
        var known = after(upgraded, asked.getFirst().learned(Instances.ID, earlier, "/test", ORDERED));

        assertThat(known.spec().bought()).isEqualTo(upgraded.spec().bought());
        assertThat(known.spec().lookUps()).isEmpty();
    }

    @Test
    void whatIsReleasedNeedsNoOrderAnyMore() {
        var renewed = after(Instances.active(), fact("renewal", 60, RENEWAL));

        var released = after(renewed, fact("release", 70, new InstanceReleased(null)));

        assertThat(released.spec().lookUps()).isEmpty();
    }
}

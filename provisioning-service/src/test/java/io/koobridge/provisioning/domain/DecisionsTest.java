package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.BOUGHT;
import static io.koobridge.provisioning.Instances.FAILURE;
import static io.koobridge.provisioning.Instances.ORDER;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.UPGRADE;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of two facts is the newer one, which is known, and what was refused for good (design §4). */
class DecisionsTest {

    private final Instance unfrozenAt60 = after(Instances.frozen(), fact("unfreeze", 60, new InstanceUnfrozen()));

    @Tag("promise:later-wins")
    @Test
    void aFactThatIsMoreThanFiveSecondsOlderIsStale() {
        var freeze = signedAt(ORDERED.plusSeconds(55).minusNanos(1), new InstanceFrozen());

        assertThat(Decisions.decide(unfrozenAt60, freeze))
                .isEqualTo(new Stale<Instance>("ACTIVE as of 2026-11-22T08:01:00Z is already wanted"));
    }

    @Test
    void aFactThatIsExactlyFiveSecondsOlderStillCounts() {
        var frozen = after(unfrozenAt60, signedAt(ORDERED.plusSeconds(55), new InstanceFrozen()));

        assertThat(frozen.phase()).isEqualTo(Phase.FROZEN);
    }

    @Tag("promise:later-wins")
    @Test
    void withinFiveSecondsTheOrderInTheTopicDecidesAndTheLaterTimeIsKept() {
        var frozen = after(unfrozenAt60, fact("freeze-2", 57, new InstanceFrozen()));

        assertThat(frozen.spec().wanted()).isEqualTo(new Part<>(WantedState.FROZEN, ORDERED.plusSeconds(60)));
        assertThat(Decisions.decide(frozen, fact("unfreeze-2", 54, new InstanceUnfrozen())))
                .as("many small steps back are not a way around the five seconds")
                .isInstanceOf(Stale.class);
    }

    @Tag("promise:release-is-final")
    @Test
    void aReleaseIsNeverStale() {
        var released = after(unfrozenAt60, fact("release", -86_400, new InstanceReleased(null)));

        assertThat(released.phase()).isEqualTo(Phase.RELEASED);
        assertThat(released.spec().wanted().asOf()).isEqualTo(ORDERED.plusSeconds(60));
    }

    @Test
    void aKnownFactIsUnchangedEvenWhereANewOneWouldBeRefused() {
        assertThat(Decisions.decide(Instances.released(), fact("freeze", 10, new InstanceFrozen())))
                .isInstanceOf(Refused.class);
        assertThat(Decisions.decide(Instances.frozen(), fact("freeze", 10, new InstanceFrozen())))
                .isEqualTo(new Unchanged<Instance>());
        assertThat(Decisions.decide(Instances.released(), fact("release", 20, new InstanceReleased(null))))
                .isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void aRepeatedPurchaseTriesAFailedInstanceAgain() {
        var again = after(Instances.failed(), fact("purchase", 0, Instances.PURCHASE));

        assertThat(again.phase()).isEqualTo(Phase.PROVISIONING);
        assertThat(again.generation()).isEqualTo(Instances.failed().generation() + 1);
    }

    @Test
    void anUpgradeThatTheProductRefusedIsTriedAgainWhenItsOrderComesAgain() {
        var upgrade = fact("upgrade", 30, UPGRADE);
        var upgraded = after(Instances.active(), upgrade);
        var known = Instances.knowing(upgraded, details(9L, null));

        assertThat(Decisions.decide(known, upgrade)).isEqualTo(new Unchanged<Instance>());
        assertThat(after(known.refused(FAILURE), upgrade).settled()).isFalse();
    }

    @Test
    void whatAnOrderTaughtSetsWhatWasBoughtAndTheExpiry() {
        var spec = Instances.learned().spec();

        assertThat(spec.bought()).isEqualTo(new Part<>(BOUGHT, ORDERED));
        assertThat(Instances.expiry(Instances.learned())).isEqualTo(Instances.EXPIRY);
        assertThat(spec.wanted()).isEqualTo(new Part<>(WantedState.ACTIVE, ORDERED));
    }

    @Test
    void anOrderThatIsNotNewerTeachesNothing() {
        var other = learned(details(7L, ORDERED.plusSeconds(99)), 0);

        assertThat(Decisions.decide(Instances.learned(), other)).isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void aNewerOrderReplacesWhatWasBoughtButNoEnd() {
        var expiry = ORDERED.plus(Duration.ofDays(30));
        var instance = after(Instances.active(), learned(details(7L, expiry), 1));

        assertThat(Instances.bought(instance).product())
                .isEqualTo(details(7L, expiry).product());
        assertThat(Instances.expiry(instance)).isEqualTo(Instances.EXPIRY);
        assertThat(instance.generation()).isEqualTo(Instances.active().generation() + 1);
    }

    @Test
    void anOrderWithoutAnExpiryLeavesTheExpiryAlone() {
        var instance = after(Instances.active(), learned(details(7L, null), 1));

        assertThat(instance.spec().expiry()).isEqualTo(Instances.active().spec().expiry());
    }

    @Test
    void whatALaterOrderLeavesOutStaysAsItWas() {
        var bare = new OrderDetails("RENEW", ChargingMode.PERIOD, null, null, null, null);

        var bought = Instances.bought(after(Instances.active(), learned(bare, 1)));

        assertThat(bought)
                .isEqualTo(new OrderDetails(
                        "RENEW",
                        ChargingMode.PERIOD,
                        BOUGHT.product(),
                        BOUGHT.period(),
                        Instances.EXPIRY,
                        BOUGHT.buyer()));
    }

    @Test
    void theSameOrderLearnedLaterIsNoNewWish() {
        var instance = after(Instances.active(), learned(BOUGHT, 1));

        assertThat(instance.generation()).isEqualTo(Instances.active().generation());
        assertThat(instance.settled()).isTrue();
    }

    @Test
    void aFailedInstanceIsTriedAgainWhenSomebodyAsks() {
        var again = applied(Decisions.retry(Instances.failed()));

        assertThat(again.phase()).isEqualTo(Phase.PROVISIONING);
        assertThat(again.settled()).isFalse();
        assertThat(again.generation()).isEqualTo(Instances.failed().generation() + 1);
    }

    @Test
    void onlyWhatWasRefusedIsTriedAgain() {
        assertThat(Decisions.retry(null)).isEqualTo(new Refused<Instance>(Reason.UNKNOWN_INSTANCE));
        assertThat(Decisions.retry(Instances.ordered())).isEqualTo(new Unchanged<Instance>());
        assertThat(Decisions.retry(Instances.active())).isEqualTo(new Unchanged<Instance>());
        assertThat(Decisions.retry(Instances.released())).isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void aFreezeThatTheProductRefusedIsTriedAgainWhenTheMarketplaceRepeatsIt() {
        var refused = after(Instances.active(), fact("freeze", 10, new InstanceFrozen()))
                .refused(FAILURE);

        var repeated = after(refused, fact("freeze-again", 70, new InstanceFrozen()));

        assertThat(repeated.settled()).as("there is work to do").isFalse();
        assertThat(repeated.status().failure()).isNull();
        assertThat(repeated.generation()).isEqualTo(refused.generation() + 1);
    }

    @Test
    void aReleaseThatTheProductRefusedCanBeTriedAgain() {
        var refused = after(Instances.active(), fact("release", 10, new InstanceReleased(null)))
                .refused(FAILURE);

        var repeated = after(refused, fact("release-again", 70, new InstanceReleased(null)));

        assertThat(repeated.settled()).isFalse();
        assertThat(repeated.phase()).isEqualTo(Phase.RELEASED);
        assertThat(applied(Decisions.retry(refused)).settled()).isFalse();
    }

    @Test
    void aRefusedFreezeLeavesTheInstanceWhatTheMarketplaceSaysItIs() {
        var refused = after(Instances.active(), fact("freeze", 10, new InstanceFrozen()))
                .refused(FAILURE);

        assertThat(refused.phase()).isEqualTo(Phase.FROZEN);
        assertThat(refused.settled()).as("nobody tries by himself").isTrue();
    }

    private static Event<InstanceFact> signedAt(Instant asOf, InstanceFact fact) {
        return new Event<>("a-new-fact", Instances.ID, "/koogallery/saas", asOf, asOf, null, fact);
    }

    private static Event<InstanceFact> learned(OrderDetails details, long seconds) {
        return fact("learned-again", seconds, new OrderLearned(ORDER, details));
    }

    private static OrderDetails details(Long quantity, @Nullable Instant expiresAt) {
        return new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI1", "sku-1", quantity),
                null,
                expiresAt,
                null);
    }

    private static Instance applied(Outcome<Instance> outcome) {
        assertThat(outcome).isInstanceOf(Applied.class);
        return ((Applied<Instance>) outcome).state();
    }
}

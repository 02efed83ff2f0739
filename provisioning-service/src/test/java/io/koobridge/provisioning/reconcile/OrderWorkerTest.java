package io.koobridge.provisioning.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.Comparison;
import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderSight;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class OrderWorkerTest {

    private static final Instant NOTIFIED = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration GRACE = Duration.ofHours(4);
    private static final String ID = "CS1~CS1-000001";
    private static final ObservedOrder ORDER = new ObservedOrder(
            new OrderKey("CS1", "CS1-000001", null), NOTIFIED, NOTIFIED, 1, null, Comparison.PENDING, null, null);
    private static final Sighting SIGHTING = sighting("NEW", "P1");

    private final MutableClock clock = MutableClock.at(NOTIFIED);
    private final RecordingFindings findings = new RecordingFindings();
    private final Set<String> served = new HashSet<>(Set.of("P1"));
    private @Nullable String owner;
    private boolean soldByV1;
    private OrderSight.Seen seen = new OrderSight.Seen.Found(SIGHTING);
    private int leases;
    private final Attempt attempt = new Attempt() {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {
            leases++;
        }
    };

    @Test
    void anOrderIsLookedUpUnderTheLeaseFirst() {
        assertThat(step(ORDER)).isEqualTo(new Step.Progressed<>(ORDER.seen(SIGHTING)));
        assertThat(leases).isEqualTo(1);
    }

    @Test
    void whatNobodyKnowsNowIsTriedAgainHoweverLateItIs() {
        seen = new OrderSight.Seen.NotNow("busy");
        clock.advance(Duration.ofDays(3));

        assertThat(step(ORDER)).isEqualTo(new Step.Failed<>("order query: busy"));
    }

    @Test
    void aDenialIsARefusalForGoodOnceTheGraceIsOver() {
        seen = new OrderSight.Seen.Denied("no such order");

        clock.advance(GRACE.minusMillis(1));
        assertThat(step(ORDER)).isEqualTo(new Step.Failed<>("order query: no such order"));
        clock.advance(Duration.ofMillis(1));
        assertThat(step(ORDER)).isEqualTo(new Step.Stopped<>(ORDER.refused("no such order"), "no such order"));
        assertThat(step(ORDER.refused("no such order")))
                .as("whoever died before the end")
                .isEqualTo(new Step.Stopped<>(ORDER.refused("no such order"), "no such order"));
    }

    @Test
    void whatIsKnownAlreadyWaitsForNothing() {
        owner = "kb1";

        assertThat(step(ORDER.seen(SIGHTING)))
                .isEqualTo(new Step.Settled<>(ORDER.seen(SIGHTING).knownBy("kb1")));
    }

    @Test
    void whatIsNotKnownYetRestsUntilTheGraceIsOver() {
        clock.advance(Duration.ofHours(1));

        assertThat(step(ORDER.seen(SIGHTING))).isEqualTo(new Step.Resting<>(Duration.ofHours(3)));
        assertThat(findings.open()).isEmpty();
    }

    @Test
    void whatIsNotKnownAfterTheGraceIsAFindingUntilItIs() {
        clock.advance(GRACE);

        assertThat(step(ORDER.seen(SIGHTING)))
                .isEqualTo(new Step.Settled<>(ORDER.seen(SIGHTING).withoutInstance(Comparison.UNKNOWN)));
        assertThat(findings.open()).containsOnlyKeys("ORDER_UNKNOWN|" + ID);

        owner = "kb1";
        step(ORDER.seen(SIGHTING));
        assertThat(findings.open()).isEmpty();
    }

    @Test
    void aProductThatWasNeverSoldHereIsToldOnceForAllItsOrders() {
        clock.advance(GRACE);
        var other = ORDER.seen(sighting("NEW", "HARDWARE"));

        assertThat(step(other)).isEqualTo(new Step.Settled<>(other.withoutInstance(Comparison.NOT_EXPECTED)));
        assertThat(findings.open()).containsOnlyKeys("PRODUCT_NOT_SERVED|HARDWARE");
    }

    @Test
    void whereSomebodySaidWhichProductsAreServedNoOtherIsExpectedAndTheseAre() {
        clock.advance(GRACE);
        served.clear();
        var other = ORDER.seen(sighting("NEW", "HARDWARE"));

        assertThat(step(other, "P1")).isEqualTo(new Step.Settled<>(other.withoutInstance(Comparison.NOT_EXPECTED)));
        assertThat(findings.open()).isEmpty();
        assertThat(step(ORDER.seen(SIGHTING), "P1"))
                .isEqualTo(new Step.Settled<>(ORDER.seen(SIGHTING).withoutInstance(Comparison.UNKNOWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", ""})
    void anOrderThatNamesNoProductIsExpected(String expected) {
        clock.advance(GRACE);
        var nameless = ORDER.seen(sighting("RENEW"));

        assertThat(expected.isEmpty() ? step(nameless) : step(nameless, expected))
                .isEqualTo(new Step.Settled<>(nameless.withoutInstance(Comparison.UNKNOWN)));
        assertThat(findings.open().get("ORDER_UNKNOWN|" + ID)).startsWith("RENEW of an unnamed product");
    }

    @Test
    void aTypeThatIsNewerThanThisReleaseIsNotExpected() {
        clock.advance(GRACE);
        var strange = ORDER.seen(sighting("BARTER", "P1"));

        assertThat(step(strange)).isEqualTo(new Step.Settled<>(strange.withoutInstance(Comparison.NOT_EXPECTED)));
        assertThat(findings.open()).isEmpty();
    }

    /** V1's release names the order of the subscription (saas-v1 §3.4). */
    @Test
    void anUnsubscriptionOfWhatV1SoldIsNamedByNoCall() {
        soldByV1 = true;
        clock.advance(GRACE.plusSeconds(1));

        var unsubscribed = ORDER.seen(sighting("UNSUBSCRIBE", "P1"));
        assertThat(step(unsubscribed))
                .isEqualTo(new Step.Settled<>(unsubscribed.withoutInstance(Comparison.NOT_EXPECTED)));
        assertThat(findings.open()).isEmpty();
        var renewed = ORDER.seen(sighting("RENEW", "P1"));
        assertThat(step(renewed)).isEqualTo(new Step.Settled<>(renewed.withoutInstance(Comparison.UNKNOWN)));
    }

    @Test
    void nothingIsMissingOfAnOrderThatTheMarketplaceDoesNotShowOrThatNobodyExpects() {
        clock.advance(GRACE.plusSeconds(1));
        var order = ORDER.seen(SIGHTING);
        step(order);
        assertThat(findings.subjects(OrderFinding.ORDER_UNKNOWN).collectList().block())
                .containsExactly(ID);

        served.clear();
        step(order);
        assertThat(findings.subjects(OrderFinding.ORDER_UNKNOWN).collectList().block())
                .isEmpty();

        served.add("P1");
        step(order);
        seen = new OrderSight.Seen.Denied("not yours");
        step(ORDER);
        assertThat(findings.subjects(OrderFinding.ORDER_UNKNOWN).collectList().block())
                .isEmpty();
    }

    @Test
    void whatWasComparedIsDone() {
        var done = ORDER.seen(SIGHTING).withoutInstance(Comparison.UNKNOWN);

        assertThat(step(done)).isEqualTo(new Step.Settled<>(done));
    }

    private Step<ObservedOrder> step(ObservedOrder order, String... expectedProducts) {
        var knowledge = new OrderKnowledge() {

            @Override
            public Mono<String> instanceOf(ObservedOrder ignored) {
                return Mono.justOrEmpty(owner);
            }

            @Override
            public Mono<Boolean> serves(List<String> productIds) {
                return Mono.just(productIds.stream().anyMatch(served::contains));
            }

            @Override
            public Mono<Boolean> leavesUnsubscriptionsUnnamed(List<String> productIds) {
                return Mono.just(soldByV1);
            }
        };
        var comparer = new OrderComparer(knowledge, new Expectations(List.of(expectedProducts), knowledge), findings);
        return new OrderWorker((_, _) -> seen, comparer, GRACE, clock).reconcile(order, attempt);
    }

    private static Sighting sighting(String type, String... products) {
        return new Sighting(new OrderDetails(type, null, null, null, null, null), List.of(products), List.of());
    }
}

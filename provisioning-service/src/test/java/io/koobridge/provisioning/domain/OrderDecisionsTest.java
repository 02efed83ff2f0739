package io.koobridge.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.order.OrderIds;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderDecisionsTest {

    private static final Instant NOTIFIED = Instant.parse("2026-11-22T08:00:00Z");
    private static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    private static final Sighting SIGHTING =
            new Sighting(new OrderDetails("NEW", null, null, null, null, null), List.of("P1"), List.of());

    private final ObservedOrder fresh = applied(OrderDecisions.decide(null, notification(NOTIFIED)));

    @Test
    void aNotificationMakesAnOrderToBeLookedUp() {
        assertThat(fresh)
                .isEqualTo(new ObservedOrder(ORDER, NOTIFIED, NOTIFIED, 1, null, Comparison.PENDING, null, null));
        assertThat(fresh.phase()).isEqualTo("NOTIFIED");
    }

    @Tag("promise:repeats-change-nothing")
    @Test
    void aRepetitionTriggersNothingWhetherItIsQueuedOrDone() {
        var done = fresh.seen(SIGHTING).knownBy("kb1");

        for (var state : List.of(fresh, fresh.seen(SIGHTING), done)) {
            assertThat(OrderDecisions.decide(state, notification(NOTIFIED.plusSeconds(3600))))
                    .isInstanceOf(Outcome.Unchanged.class);
        }
    }

    @Test
    void aRepetitionAfterARefusalForGoodStartsAnew() {
        var refused = fresh.refused("no such order");

        var again = applied(OrderDecisions.decide(refused, notification(NOTIFIED.plusSeconds(3600))));

        assertThat(refused.phase()).isEqualTo("REFUSED");
        assertThat(again.failure()).isNull();
        assertThat(again.generation()).isEqualTo(2);
        assertThat(again.notifiedAt()).as("the first one counts").isEqualTo(NOTIFIED);
    }

    @Test
    void somebodyWhoAsksOnceMoreIsHeardAfterARefusalAlone() {
        assertThat(applied(OrderDecisions.retry(fresh.refused("no such order"))).generation())
                .isEqualTo(2);
        assertThat(OrderDecisions.retry(fresh)).isInstanceOf(Outcome.Unchanged.class);
        assertThat(OrderDecisions.retry(null)).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void aReplayStartsAnewWhateverWasKnown() {
        var later = NOTIFIED.plusSeconds(86_400);
        var never = applied(OrderDecisions.replay(null, ORDER, later));
        assertThat(never.notifiedAt()).isNull();
        assertThat(never.noticedAt()).isEqualTo(later);

        var again = applied(OrderDecisions.replay(fresh.seen(SIGHTING).knownBy("kb1"), ORDER, later));
        assertThat(again.sighting()).isNull();
        assertThat(again.comparison()).isEqualTo(Comparison.PENDING);
        assertThat(again.instanceId()).isNull();
        assertThat(again.noticedAt()).as("the grace is not given twice").isEqualTo(NOTIFIED);
    }

    @Test
    void aNotificationThatComesAfterAReplayIsRemembered() {
        var asked = applied(OrderDecisions.replay(null, ORDER, NOTIFIED.minusSeconds(60)))
                .seen(SIGHTING);

        var told = applied(OrderDecisions.decide(asked, notification(NOTIFIED)));

        assertThat(told.notifiedAt()).isEqualTo(NOTIFIED);
        assertThat(told.sighting()).isEqualTo(SIGHTING);
        assertThat(OrderDecisions.decide(told, notification(NOTIFIED))).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void onlyWhatWasUnknownIsComparedAgain() {
        var unknown = fresh.seen(SIGHTING).withoutInstance(Comparison.UNKNOWN);

        var again = applied(OrderDecisions.compareAgain(unknown));

        assertThat(again.comparison()).isEqualTo(Comparison.PENDING);
        assertThat(again.sighting()).as("nobody has to look it up for that").isEqualTo(SIGHTING);
        for (var other : List.of(fresh, fresh.seen(SIGHTING).knownBy("kb1"))) {
            assertThat(OrderDecisions.compareAgain(other)).isInstanceOf(Outcome.Unchanged.class);
        }
        assertThat(OrderDecisions.compareAgain(null)).isInstanceOf(Outcome.Unchanged.class);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, PURCHASE",
        "TRIAL, PURCHASE",
        "TRIAL_TO_FORMAL, CHANGE",
        "RENEW, CHANGE",
        "CHANGE, CHANGE",
        "UNSUBSCRIBE, CHANGE",
        "UNTOLD, OTHER",
        "new, OTHER"
    })
    void theTypeSaysWhichCallBelongsToTheOrder(String type, OrderKind kind) {
        assertThat(OrderKind.of(type)).isEqualTo(kind);
    }

    private static Event<OrderNotified> notification(Instant at) {
        var data = new OrderNotified("CS1", "CS1-000001");
        return new Event<>(
                FactIds.ofNotification("CS1", "CS1-000001"),
                OrderIds.of(ORDER),
                "/koogallery/orders",
                at,
                at,
                null,
                data);
    }

    private static ObservedOrder applied(Outcome<ObservedOrder> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
        return ((Outcome.Applied<ObservedOrder>) outcome).state();
    }
}

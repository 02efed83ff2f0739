package io.koobridge.license.ledger;

import static io.koobridge.license.Licenses.ORDER;
import static io.koobridge.license.Licenses.RENEWAL;
import static io.koobridge.license.Licenses.active;
import static io.koobridge.license.Licenses.application;
import static io.koobridge.license.Licenses.licenseId;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.Licenses;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.license.reconcile.ReservationPatrol;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OrderPlacesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static TestPlaces test;

    private final String instance =
            InstanceIds.derive("seller", InstanceKind.LICENSE, new OrderKey("CS" + System.nanoTime(), null, null));
    private final Set<String> unsettled = new HashSet<>();
    private final Shelf shelf = new Shelf(instance, ORDER);

    @BeforeAll
    static void start() {
        test = new TestPlaces(OrderPlacesTest.class);
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private boolean reserved(String eventId, OrderKey order, long quota) {
        var application = application(instance, eventId);
        return sure(test.reserve(application, order, quota).block());
    }

    private boolean reserved(String eventId, long quota) {
        return reserved(eventId, ORDER, quota);
    }

    private boolean held(String eventId) {
        var id = licenseId(application(instance, eventId));
        return sure(test.places.held(Set.of(id)).block()).contains(id);
    }

    private boolean kept(String eventId) {
        return sure(test.places.keep(fact(eventId), 1).hasElement().block());
    }

    private Event<LicenseApplied> fact(String eventId) {
        return Licenses.fact(application(instance, eventId));
    }

    private void free(String eventId) {
        test.forget(licenseId(application(instance, eventId)));
    }

    private void free(String eventId, long generation) {
        test.places.free(licenseId(application(instance, eventId)), generation).block();
    }

    private long patrol() {
        return patrol(Mono.just(test.clock.instant()));
    }

    /** @param asOf whatever was acknowledged before it is stored */
    private long patrol(Mono<Instant> asOf) {
        var stored = new ReservationPatrol.Stored(
                () -> asOf, some -> Flux.fromIterable(some).filter(unsettled::contains));
        return sure(new ReservationPatrol(test.slots, HOUR, stored).once().block());
    }

    private static <T> T sure(@Nullable T answer) {
        return Objects.requireNonNull(answer);
    }

    @Tag("promise:exact-quota")
    @Test
    void thereAreAsManyPlacesAsWerePaidFor() {
        assertThat(reserved("e1", 2)).isTrue();
        assertThat(reserved("e2", 2)).isTrue();
        assertThat(reserved("e3", 2)).isFalse();
        assertThat(test.taken()).containsKeys(shelf.key() + "|0", shelf.key() + "|1");
        assertThat(reserved("e0", 0)).isFalse();
    }

    @Test
    void whoAsksAgainHasTheSamePlace() {
        assertThat(reserved("e1", 1)).isTrue();
        assertThat(reserved("e1", 1)).isTrue();
        assertThat(held("e1")).isTrue();
        assertThat(held("e2")).isFalse();
    }

    @Test
    void aRenewalBringsNewPlacesAndTheOldOnesAreKept() {
        assertThat(reserved("e1", ORDER, 1)).isTrue();
        assertThat(reserved("e2", ORDER, 1)).isFalse();

        assertThat(reserved("e2", RENEWAL, 1)).isTrue();
        assertThat(reserved("e1", RENEWAL, 1)).as("it has its place").isTrue();
        assertThat(reserved("e3", RENEWAL, 1)).isFalse();
    }

    @Test
    void aFreedPlaceIsTakenByTheNextOne() {
        assertThat(reserved("e1", 3)).isTrue();
        assertThat(reserved("e2", 3)).isTrue();
        assertThat(reserved("e3", 3)).isTrue();

        free("e1");

        assertThat(held("e1")).isFalse();
        assertThat(reserved("e4", 3)).isTrue();
        assertThat(reserved("e5", 3)).isFalse();
    }

    @Test
    void placesThatWereFreedAreTakenOnceNoOtherIsLeftAndTheLowestFirst() {
        test.fill(shelf, 0, 3);
        test.fill(shelf, 4, 7);

        assertThat(reserved("e1", 8)).isTrue();
        assertThat(test.taken()).containsEntry(shelf.key() + "|7", licenseId(application(instance, "e1")));
        free("e1");
        test.fill(shelf, 7, 8);
        assertThat(reserved("e2", 8)).isTrue();
        assertThat(test.taken()).containsEntry(shelf.key() + "|3", licenseId(application(instance, "e2")));
        assertThat(reserved("e3", 8)).isFalse();
    }

    /** However many were freed in front: two questions to the store, whose cost does not grow with the order. */
    @Test
    void aFreedPlaceInFrontOfThousandsCostsTheNextOnesNothing() {
        test.fill(shelf, 1, 10_000);
        long before = test.commands();

        assertThat(reserved("e1", 20_000)).isTrue();

        assertThat(test.commands() - before).isEqualTo(2);
        assertThat(test.taken()).containsKey(shelf.key() + "|10000");
    }

    /** What one saw is where the next one goes on. */
    @Test
    void onlyTheFirstOneHasToLook() {
        reserved("e0", 100);
        long before = test.commands();

        assertThat(IntStream.rangeClosed(1, 50).allMatch(n -> reserved("e" + n, 100)))
                .isTrue();

        assertThat(test.commands() - before).as("one insertion each").isEqualTo(50);
        assertThat(test.taken()).containsKey(shelf.key() + "|50");
    }

    /** Another replica took the next ones: one insertion is lost, and what it learned serves the others. */
    @Test
    void whoeverIsBeatenLooksOnceForAllWhoFollow() {
        reserved("e0", 100);
        test.fill(shelf, 1, 40);
        long before = test.commands();

        assertThat(IntStream.rangeClosed(1, 10).allMatch(n -> reserved("e" + n, 100)))
                .isTrue();

        assertThat(test.commands() - before)
                .as("one lost insertion, one question why, one look, ten insertions")
                .isEqualTo(13);
        assertThat(test.taken()).containsKey(shelf.key() + "|49");
    }

    @Test
    void aHoleAmongThousandsIsFound() {
        test.fill(shelf, 0, 4_321);
        test.fill(shelf, 4_322, 10_000);

        assertThat(reserved("e1", 10_000)).isTrue();
        assertThat(test.taken()).containsKey(shelf.key() + "|4321");
        assertThat(reserved("e2", 10_000)).isFalse();
    }

    @Tag("promise:exact-quota")
    @Test
    void manyAtOnceForTheLastOfThousandsAreExactlyAsManyAsAreLeft() {
        test.fill(shelf, 0, 9_990);
        long before = test.commands();

        var won = Flux.fromStream(IntStream.range(0, 100).mapToObj(n -> application(instance, "e" + n)))
                .flatMap(each -> test.reserve(each, ORDER, 10_000), 100)
                .filter(reserved -> reserved)
                .count()
                .block();

        assertThat(won).isEqualTo(10);
        assertThat(test.commands() - before)
                .as("ten insertions, a question of each who got none, and few looks, which cost most")
                .isLessThan(200);
    }

    /** One write for all, of whichever orders; who is beaten in it goes on alone. */
    @Test
    void theQuestionsOfOneRequestTakeTheirPlacesTogether() {
        reserved("e0", 100);
        test.fill(shelf, 3, 4);
        long before = test.commands();

        var taken = sure(test.places
                .reserve(IntStream.rangeClosed(1, 10)
                        .mapToObj(n ->
                                new OrderPlaces.Wish(licenseId(application(instance, "e" + n)), instance, ORDER, 100))
                        .toList())
                .block());

        assertThat(taken).hasSize(10);
        assertThat(test.commands() - before)
                .as("one write, one question and one look for the one that was beaten, and his own write")
                .isEqualTo(4);
    }

    @Test
    void theSameApplicationManyTimesAtOnceHasOnePlace() {
        var application = application(instance, "e1");
        var answers = Flux.range(0, 50)
                .flatMap(_ -> test.reserve(application, ORDER, 100), 50)
                .collectList()
                .block();

        assertThat(answers).hasSize(50).containsOnly(true);
        assertThat(test.taken().values())
                .filteredOn(licenseId(application)::equals)
                .hasSize(1);
    }

    @Test
    void morePlacesThanCanBeCountedCostNothing() {
        assertThat(reserved("e1", Long.MAX_VALUE)).isTrue();
    }

    @Tag("promise:exact-quota")
    @Test
    void aReservationThatNoFactConfirmsIsFreeAfterItsTime() {
        test.holds(active(instance).snapshot());
        assertThat(reserved("lost", 2)).isTrue();
        assertThat(reserved("stored", 2)).isTrue();
        assertThat(kept("stored")).isTrue();

        test.clock.advance(HOUR.minusSeconds(1));
        patrol();
        assertThat(held("lost")).as("asked again, and so reserved anew").isTrue();
        test.clock.advance(HOUR.minusSeconds(1));
        patrol();
        assertThat(reserved("other", 2)).isFalse();

        test.clock.advance(Duration.ofSeconds(1));
        assertThat(patrol()).isPositive();
        assertThat(held("lost")).isFalse();
        assertThat(held("stored")).isTrue();
        assertThat(reserved("other", 2)).isTrue();
    }

    /** Their calls were answered with success: what is stored waits for its worker, however long that takes (design §3.5). */
    @Tag("promise:exact-quota")
    @Test
    void whatIsStoredKeepsItsPlaceHoweverLateItsWorkerComes() {
        test.holds(active(instance).snapshot());
        assertThat(reserved("stored", 1)).isTrue();
        unsettled.add(licenseId(application(instance, "stored")));

        test.clock.advance(Duration.ofHours(3));
        patrol();
        unsettled.clear();
        patrol();

        assertThat(reserved("other", 1)).isFalse();
        assertThat(kept("stored")).isTrue();
    }

    /** After an outage the topic is read late: what was acknowledged before it is not stored yet. */
    @Tag("promise:exact-quota")
    @Test
    void nothingIsGivenUpThatMayStillWaitInTheTopic() {
        assertThat(reserved("waits", 1)).isTrue();
        test.clock.advance(Duration.ofHours(3));

        patrol(Mono.empty());
        patrol(Mono.just(Licenses.ORDERED.plus(HOUR).minusSeconds(1)));
        assertThat(reserved("other", 1)).isFalse();

        patrol();
        assertThat(reserved("other", 1)).isTrue();
    }

    @Test
    void whatIsKeptTellsWhichOrderGaveIt() {
        test.holds(active(instance).inForce(RENEWAL, Licenses.ORDERED).snapshot());
        assertThat(reserved("e1", ORDER, 1)).isTrue();

        assertThat(test.places.keep(fact("e1"), 1).block()).isEqualTo(ORDER);
        assertThat(test.places.keep(fact("e2"), 1).block()).isEqualTo(RENEWAL);
    }

    @Test
    void anApplicationWhosePlaceWasGivenUpTakesAnother() {
        test.holds(active(instance).quantity(1L).snapshot());
        assertThat(kept("late")).isTrue();
        assertThat(kept("late")).isTrue();
        assertThat(kept("too-late")).isFalse();

        test.clock.advance(Duration.ofDays(1));
        patrol();
        assertThat(held("late")).as("kept for good").isTrue();
    }

    @Test
    void aPlaceThatWasOnlyReservedBesideIsKeptForGood() {
        test.holds(active(instance).snapshot());
        assertThat(reserved("e1", 10)).isTrue();
        assertThat(kept("e1")).isTrue();

        test.clock.advance(Duration.ofDays(1));
        patrol();

        assertThat(held("e1")).isTrue();
    }

    @Test
    void ofWhatIsReleasedOrUnknownThereIsNoOtherPlace() {
        assertThat(kept("e1")).isFalse();
        test.holds(active(instance).phase(Phase.RELEASED).snapshot());
        assertThat(kept("e1")).isFalse();
    }

    /** A worker that stood still for minutes frees what it meant, not what was taken since. */
    @Tag("promise:exact-quota")
    @Test
    void whatALaterWishTookIsNotFreedByAnEarlierOne() {
        test.holds(active(instance).snapshot());
        assertThat(kept("e1")).isTrue();
        free("e1", 1);
        assertThat(held("e1")).isFalse();

        assertThat(reserved("e1", 1)).isTrue();
        free("e1", 1);
        assertThat(held("e1")).as("reserved anew").isTrue();
        assertThat(test.places.keep(fact("e1"), 2).block()).isEqualTo(ORDER);
        free("e1", 1);
        assertThat(held("e1")).as("kept anew").isTrue();

        free("e1", 3);
        assertThat(held("e1"))
                .as("the place of before a repetition that needed no new one")
                .isFalse();
    }

    @Test
    void placesAreCountedByTheirState() {
        try (var own = new TestPlaces(OrderPlacesTest.class)) {
            own.holds(active(instance).snapshot());
            own.places.keep(fact("e1"), 1).block();
            own.places.keep(fact("e2"), 1).block();
            var third = application(instance, "e3");
            own.reserve(third, ORDER, 10).block();

            assertThat(own.slots.byState().block())
                    .isEqualTo(Map.of(Tags.of("state", "taken"), 2L, Tags.of("state", "reserved"), 1L));
        }
    }
}

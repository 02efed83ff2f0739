package io.koobridge.service.web;

import static io.koobridge.service.web.DialService.BROKEN;
import static io.koobridge.service.web.DialService.NOW;
import static io.koobridge.service.web.DialService.get;
import static io.koobridge.service.web.DialService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.OperatorActed;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.Stores;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Lease;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.testkit.FreePorts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What is not done, and having it tried again (design §5). */
class WorkRoutesTest {

    private static final String WHY = "{\"why\":\"the product is back\"}";

    private final Stores stores = Stores.fresh(WorkRoutesTest.class);
    private final DialService service = new DialService(stores.database());
    private final MongoLedgerStore<Dial> store =
            new MongoLedgerStore<>(LedgerModule.collection(stores.database(), "dials"), Dial.class);

    @AfterEach
    void close() {
        stores.close();
    }

    @Tag("promise:stuck-is-seen")
    @Test
    void workIsListedByHowLongItHasBeenUnsettled() {
        service.turn("old", 1);
        service.clock.advance(Duration.ofHours(23));
        service.turn("stuck", 1);
        service.clock.advance(Duration.ofHours(1));
        service.turn("fresh", 1);

        assertThat(ids("unsettled")).containsExactly("old", "stuck", "fresh");
        assertThat(ids("stuck")).containsExactly("old", "stuck");
        assertThat(ids("expired")).containsExactly("old");
        assertThat(ids("stopped")).isEmpty();
    }

    @Test
    void workOfSeveralLedgersIsListedByItsAgeAndNoLedgerHidesAnother() {
        var levers = new DialService(stores.database(), "levers");
        levers.clock.set(service.clock.instant());
        service.turn("first", 1);
        forward(levers, Duration.ofSeconds(1));
        levers.turn("second", 1);
        forward(levers, Duration.ofSeconds(1));
        service.turn("third", 1);

        var cut = get(routes(levers), "/internal/work?state=unsettled&limit=2").body();
        assertThat(cut.path("work").findValuesAsString("id")).containsExactly("first", "second");
        assertThat(cut.path("work").findValuesAsString("ledger")).containsExactly("dials", "levers");
    }

    @Test
    void aRetryTouchesTheLedgerThatItNamesAlone() {
        var levers = new DialService(stores.database(), "levers");
        stopped("a");
        levers.turn("a", 1);
        levers.requests.clear();

        assertThat(post(routes(levers), "/internal/work/levers/a:retry", WHY).status())
                .isEqualTo(200);

        assertThat(levers.requests).singleElement().satisfies(request -> {
            assertThat(request.ledger()).isEqualTo("levers");
            assertThat(request.id()).isEqualTo("a");
        });
        assertThat(service.requests).isEmpty();
        assertThat(ids("stopped")).containsExactly("a");
    }

    private void forward(DialService other, Duration by) {
        service.clock.advance(by);
        other.clock.advance(by);
    }

    @Test
    void anItemSaysWhatItIsSinceWhenAndWhatWentWrong() {
        service.turn("a", 1);
        service.findings
                .open("a", CommonFinding.STUCK, "the product answers 500")
                .block();
        service.clock.advance(Duration.ofMinutes(15));

        var item = get(routes(), "/internal/work").body().path("work").path(0);

        assertThat(item.path("ledger").asString()).isEqualTo("dials");
        assertThat(item.path("id").asString()).isEqualTo("a");
        assertThat(item.path("state").asString()).isEqualTo("stuck");
        assertThat(item.path("phase").asString()).isEqualTo("TURNED");
        assertThat(item.path("generation").asLong()).isEqualTo(1);
        assertThat(item.path("attempt").asInt()).isZero();
        assertThat(item.path("since").asString()).isEqualTo(NOW.toString());
        assertThat(item.path("dueAt").asString()).isEqualTo(NOW.toString());
        assertThat(item.path("lastError").asString()).isEqualTo("the product answers 500");
    }

    @Test
    void whatWasRefusedForGoodIsListedUntilItIsTriedAgain() {
        stopped("a");

        assertThat(ids("stopped")).containsExactly("a");
        assertThat(post(routes(), "/internal/work/dials/a:retry", WHY).status()).isEqualTo(200);
        assertThat(ids("stopped")).isEmpty();
        assertThat(ids("unsettled")).containsExactly("a");
        assertThat(service.requests).singleElement().satisfies(request -> assertThat(request.ticket())
                .isEqualTo(entry("a").unsettled().orElseThrow().ticket()));
        assertThat(entry("a").state().history()).containsExactly(1);
    }

    @Test
    void closingItsFindingDoesNotHideWhatIsStillStopped() {
        stopped("a");

        var answer = post(findingRoutes(), "/internal/findings/STOPPED/a:close", WHY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(ids("stopped")).containsExactly("a");
        assertThat(service.journal.entriesOf(OperatorActed.class)).isEmpty();
        post(routes(), "/internal/work/dials/a:retry", WHY);
        assertThat(post(findingRoutes(), "/internal/findings/STOPPED/a:close", WHY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theFindingOfADocumentThatIsNoLongerStoppedOrNotThereCanBeClosed() {
        service.turn("mended", 1);
        settle("mended");
        service.findings.open("mended", CommonFinding.STOPPED, "it was, once").block();
        service.findings.open("gone", CommonFinding.STOPPED, "it was, once").block();

        assertThat(post(findingRoutes(), "/internal/findings/STOPPED/mended:close", WHY)
                        .status())
                .isEqualTo(200);
        assertThat(post(findingRoutes(), "/internal/findings/STOPPED/gone:close", WHY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLimitOfStoppedWorkCountsDocumentsNotFindings() {
        stopped("a");
        stopped("b");
        stopped("c");
        service.clock.advance(Duration.ofSeconds(1));
        for (var gone : List.of("x", "y", "z")) {
            service.findings.open(gone, CommonFinding.STOPPED, "no document").block();
        }

        assertThat(get(routes(), "/internal/work?state=stopped&limit=2").body().path("work"))
                .hasSize(2);
    }

    @Test
    void unsettledWorkGetsANewTicketFromTheStartOfTheLadder() {
        service.turn("a", 1);
        var before = entry("a").unsettled().orElseThrow();
        service.clock.advance(Duration.ofHours(3));

        assertThat(post(routes(), "/internal/work/dials/a:retry", WHY).status()).isEqualTo(200);

        var after = entry("a").unsettled().orElseThrow();
        assertThat(after.ticket()).isNotEqualTo(before.ticket());
        assertThat(after.attempt()).isZero();
        assertThat(after.dueAt()).isEqualTo(service.clock.instant());
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(service.requests).extracting("ticket").containsExactly(after.ticket());
        assertThat(service.journal.entriesAbout("a"))
                .contains(new OperatorActed("test", "retried", "dials/a", "the product is back"));
    }

    @Test
    void aRefusalIsTriedAgainAlsoWhileSomethingElseIsLeftToDo() {
        service.turn("a", 1);
        service.turn("a", DialService.BROKEN);

        assertThat(post(routes(), "/internal/work/dials/a:retry", WHY).status()).isEqualTo(200);

        assertThat(entry("a").state().history()).containsExactly(1);
        assertThat(service.requests)
                .extracting("ticket")
                .containsExactly(entry("a").unsettled().orElseThrow().ticket());
    }

    @Test
    void whatIsBeingWorkedOnIsLeftAlone() {
        service.turn("a", 1);
        var ticket = entry("a").unsettled().orElseThrow().ticket();
        store.claim("a", ticket, new Lease("me", NOW.plusSeconds(60)), NOW).block();

        var answer = post(routes(), "/internal/work/dials/a:retry", WHY);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(service.requests).isEmpty();
        assertThat(service.journal.entriesOf(OperatorActed.class)).isEmpty();
    }

    @Test
    void whatIsSettledHasNothingToTryAgain() {
        service.turn("a", 1);
        settle("a");

        assertThat(post(routes(), "/internal/work/dials/a:retry", WHY).status()).isEqualTo(409);
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        assertThat(post(routes(), "/internal/work/dials/nobody:retry", WHY).status())
                .isEqualTo(404);
        assertThat(post(routes(), "/internal/work/valves/a:retry", WHY).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"why\":\" \"}", "[]", "no json", ""})
    void aRetrySaysWhy(String body) {
        service.turn("a", 1);

        assertThat(post(routes(), "/internal/work/dials/a:retry", body).status())
                .isEqualTo(400);
        assertThat(service.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=0", "limit=x", "limit=501"})
    void aWrongQuestionIsABadRequest(String query) {
        assertThat(get(routes(), "/internal/work?" + query).status()).isEqualTo(400);
    }

    @Test
    void aLimitIsKept() {
        service.turn("a", 1);
        service.turn("b", 1);

        assertThat(get(routes(), "/internal/work?state=unsettled&limit=1")
                        .body()
                        .path("work"))
                .hasSize(1);
    }

    @Test
    void aDocumentThatCannotBeReadIsListedAndNotTriedAgain() {
        service.turn("a", 1);
        Mono.from(LedgerModule.collection(stores.database(), "dials")
                        .updateOne(
                                new BsonDocument("_id", new BsonString("a")),
                                new BsonDocument(
                                        "$set",
                                        new BsonDocument("state", new BsonDocument("history", new BsonInt32(1))))))
                .block();

        var item = get(routes(), "/internal/work?state=unsettled")
                .body()
                .path("work")
                .path(0);

        assertThat(item.path("id").asString()).isEqualTo("a");
        assertThat(item.path("phase").isNull() || item.path("phase").isMissingNode())
                .isTrue();
        assertThat(post(routes(), "/internal/work/dials/a:retry", WHY).status()).isEqualTo(409);
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailable() {
        try (var nobody = Stores.at(FreePorts.next())) {
            var away = new DialService(nobody.database());
            var routes =
                    new WorkRoutes(() -> List.of(away.module), away.rows, new OperatorDeeds(away.telemetry)).internal();

            assertThat(get(routes, "/internal/work").status()).isEqualTo(503);
            assertThat(post(routes, "/internal/work/dials/a:retry", WHY).status())
                    .isEqualTo(503);
        }
    }

    /** As the loop leaves a document that was refused for good: a finding, and no work. */
    private void stopped(String id) {
        service.turn(id, 1);
        service.turn(id, BROKEN);
        service.findings.open(id, CommonFinding.STOPPED, "no such plan").block();
        settle(id);
    }

    private void settle(String id) {
        var entry = entry(id);
        store.claim(id, entry.unsettled().orElseThrow().ticket(), new Lease("me", NOW.plusSeconds(9)), NOW)
                .block();
        assertThat(store.settle(id, entry.version(), "me").block()).isTrue();
    }

    private List<String> ids(String state) {
        return get(routes(), "/internal/work?state=" + state)
                .body()
                .path("work")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private Entry<Dial> entry(String id) {
        return Objects.requireNonNull(store.find(id).block());
    }

    private InternalRoutes findingRoutes() {
        return new FindingRoutes(
                        () -> List.of(service.module),
                        service.rows,
                        service.findings,
                        new OperatorDeeds(service.telemetry))
                .internal();
    }

    private InternalRoutes routes(DialService other) {
        return new WorkRoutes(
                        () -> List.of(service.module, other.module), service.rows, new OperatorDeeds(service.telemetry))
                .internal();
    }

    private InternalRoutes routes() {
        return new WorkRoutes(() -> List.of(service.module), service.rows, new OperatorDeeds(service.telemetry))
                .internal();
    }
}

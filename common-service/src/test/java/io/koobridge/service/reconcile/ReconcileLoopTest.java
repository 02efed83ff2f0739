package io.koobridge.service.reconcile;

import static io.koobridge.service.reconcile.ReconcileLoop.Alarm.NEXT_RUNG;
import static io.koobridge.service.reconcile.ReconcileLoop.Alarm.QUIET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import io.koobridge.events.journal.JournalEntry.AttemptEnded;
import io.koobridge.events.journal.JournalEntry.StateChanged;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReconcileLoopTest {

    /** Says what it was told to say, then settles. */
    private final Queue<Step<Valve>> script = new ArrayDeque<>();

    private final Bench bench =
            new Bench((valve, _) -> script.isEmpty() ? new Step.Settled<>(valve.made()) : script.remove());

    @Test
    void aSettledDocumentHasNeitherWorkNorLeaseAndItsVersionIsPublished() {
        var request = bench.want(true);

        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        assertThat(bench.entry().work()).isNull();
        assertThat(bench.entry().lease()).isNull();
        assertThat(bench.published).containsExactly(bench.entry().version());
        assertThat(bench.journal.entriesOf(StateChanged.class))
                .containsExactly(new StateChanged("bench", "OPEN", 2, 1));
    }

    @Test
    void aRepeatedRequestFindsNothingToDo() {
        var request = bench.want(true);
        bench.loop.handle(request);

        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        assertThat(bench.counted("dropped")).isEqualTo(1);
        assertThat(bench.published).hasSize(1);
    }

    @Test
    void aFailureGoesToTheNextRungAndCountsTheAttempt() {
        var request = bench.want(true);
        script.addAll(List.of(new Step.Failed<>("busy"), new Step.Failed<>("busy")));

        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);

        var work = bench.entry().unsettled().orElseThrow();
        assertThat(work.attempt()).isEqualTo(2);
        assertThat(work.dueAt()).isEqualTo(bench.clock.instant().plusSeconds(4));
        assertThat(bench.journal.entriesOf(AttemptEnded.class))
                .containsExactly(
                        new AttemptEnded("bench", 1, 1, "failed", "busy"),
                        new AttemptEnded("bench", 1, 2, "failed", "busy"));
    }

    @Tag("promise:retries-end")
    @Test
    void anAlarmBeforeTheDueTimeGoesOnWithoutACall() {
        var request = bench.want(true);
        script.add(new Step.Failed<>("busy"));
        bench.loop.handle(request);

        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);

        assertThat(bench.journal.entriesOf(AttemptEnded.class)).hasSize(1);
        assertThat(bench.entry().lease()).isNull();
    }

    @Tag("promise:retries-end")
    @Test
    void aChainOfNothingButFailuresEnds() {
        var request = bench.want(true);
        int made = 0;
        do {
            bench.clock.advance(made == 0 ? Duration.ZERO : Ladder.after(made));
            script.add(new Step.Failed<>("down"));
            made++;
        } while (bench.loop.handle(request) == NEXT_RUNG && made < 100);

        assertThat(made).isBetween(Ladder.rungs() + 1, Ladder.ATTEMPTS);
        assertThat(bench.journal.entriesOf(AttemptEnded.class)).hasSize(made);
        assertThat(bench.requests).as("nobody begins another one").isEmpty();
    }

    @Test
    void waitingStartsANewChainFromTheBottomOfTheLadder() {
        var request = bench.want(true);
        script.add(new Step.Waiting<>(Duration.ofSeconds(30)));

        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        var next = bench.requests.remove();
        assertThat(next.ticket()).isNotEqualTo(request.ticket());
        assertThat(bench.loop.handle(request)).as("the old chain is dead").isEqualTo(QUIET);
        bench.store.failFor(_ -> true);
        assertThat(bench.loop.handle(next))
                .as("woken too early, which costs the ledger nothing")
                .isEqualTo(NEXT_RUNG);
        bench.store.failFor(_ -> false);
        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(bench.loop.handle(next)).isEqualTo(QUIET);
        assertThat(bench.entry().work()).isNull();
    }

    /** Whoever sent the request knew of an earlier time; the ledger knows of a later one. */
    @Test
    void aRequestThatKnowsNoTimeIsTooEarlyAllTheSame() {
        var request = bench.want(true);
        script.add(new Step.Waiting<>(Duration.ofSeconds(30)));
        bench.loop.handle(request);
        var next = bench.requests.remove();

        var alarm = bench.loop.handle(new ReconcileRequest(next.ledger(), next.id(), next.ticket()));

        assertThat(alarm).isEqualTo(NEXT_RUNG);
        assertThat(bench.journal.entriesOf(AttemptEnded.class)).hasSize(1);
        assertThat(bench.entry().lease()).isNull();
    }

    @Test
    void whoeverRestsIsToldOfFirstAndWokenByTheSweep() {
        var request = bench.want(true);
        script.add(new Step.Progressed<>(new Valve(true, 1, 1)));
        script.add(new Step.Resting<>(Duration.ofHours(4)));

        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        assertThat(bench.published).containsExactly(bench.entry().version());
        assertThat(bench.requests).as("nothing depends on the minute").isEmpty();
        assertThat(bench.entry().lease()).isNull();
        bench.clock.advance(Duration.ofHours(4).minusSeconds(1));
        assertThat(bench.loop.handle(request)).as("the old chain is dead").isEqualTo(QUIET);
        assertThat(bench.sweep.once().block()).isZero();
        bench.clock.advance(Bench.GRACE.plusSeconds(1));
        assertThat(bench.sweep.once().block()).isEqualTo(1);
        assertThat(bench.loop.handle(bench.requests.remove())).isEqualTo(QUIET);
        assertThat(bench.entry().work()).isNull();
        assertThat(bench.counted("resting")).isEqualTo(1);
    }

    @Test
    void nobodyIsLateWhoRestsAndWhoWasStuckBeforeIsSoNoMore() {
        var request = bench.want(true);
        climbTheLadder(request);
        bench.loop.handle(request);
        assertThat(bench.findings.open()).containsKey("STUCK|" + Bench.ID);
        bench.clock.advance(Duration.ofHours(1).plus(Bench.GRACE));
        bench.sweep.once().block();
        script.add(new Step.Resting<>(Duration.ofHours(4)));

        bench.loop.handle(bench.requests.remove());

        assertThat(bench.findings.open()).isEmpty();
        var end = bench.clock.instant().plus(Duration.ofHours(4));
        assertThat(bench.entry().unsettled().orElseThrow().stuck(end)).isFalse();
        assertThat(bench.entry().unsettled().orElseThrow().stuck(end.plus(Duration.ofMinutes(16))))
                .isTrue();
    }

    @Test
    void nobodyRestsBeforeTheWorldIsTold() {
        bench.brokerDown = true;
        var request = bench.want(true);
        script.add(new Step.Resting<>(Duration.ofHours(4)));

        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);

        bench.brokerDown = false;
        bench.clock.advance(Duration.ofSeconds(1));
        script.add(new Step.Resting<>(Duration.ofHours(4)));
        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);
        assertThat(bench.published).containsExactly(bench.entry().version());
    }

    @Test
    void whatIsWorkedOnForTooLongIsStuckToo() {
        var request = bench.want(true);
        bench.clock.advance(Duration.ofMinutes(16));
        script.add(new Step.Waiting<>(Duration.ofSeconds(30)));

        bench.loop.handle(request);

        assertThat(bench.findings.open()).containsKey("STUCK|" + Bench.ID);
        assertThat(bench.requests).as("it is asked again all the same").hasSize(1);
    }

    @Tag("promise:stuck-is-seen")
    @Test
    void aStuckDocumentIsTriedHourlyByTheSweepAlone() {
        var request = bench.want(true);
        climbTheLadder(request);

        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        assertThat(bench.entry().unsettled().orElseThrow().dueAt())
                .isEqualTo(bench.clock.instant().plus(Duration.ofHours(1)));
        assertThat(bench.sweep.once().block()).isZero();
        bench.clock.advance(Duration.ofHours(1).plus(Bench.GRACE));
        assertThat(bench.sweep.once().block()).isEqualTo(1);
        assertThat(bench.loop.handle(bench.requests.remove())).isEqualTo(QUIET);
        assertThat(bench.entry().work()).isNull();
    }

    @Tag("promise:retries-end")
    @Test
    void aNewWishForAStuckDocumentClimbsTheLadderFromItsStart() {
        var stuck = bench.want(true);
        climbTheLadder(stuck);
        bench.loop.handle(stuck);

        var request = bench.want(false);
        script.add(new Step.Failed<>("a single slip"));

        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);
        assertThat(bench.entry().unsettled().orElseThrow().dueAt())
                .isEqualTo(bench.clock.instant().plusSeconds(1));
        assertThat(bench.findings.open()).as("it is stuck all the same").containsKey("STUCK|" + Bench.ID);
    }

    @Test
    void whatBecameRealIsToldAlthoughTheRestFails() {
        script.add(new Step.Progressed<>(new Valve(true, 1, 1)));
        script.add(new Step.Failed<>("something else is left to do"));

        assertThat(bench.loop.handle(bench.want(true))).isEqualTo(NEXT_RUNG);

        assertThat(bench.published).containsExactly(bench.entry().version());
        assertThat(bench.entry().lease()).isNull();
    }

    @Test
    void nothingIsToldAgainWhenNothingChanged() {
        script.add(new Step.Failed<>("busy"));

        bench.loop.handle(bench.want(true));

        assertThat(bench.published).isEmpty();
    }

    /** Six failures, and one more to come; by then it is stuck. */
    private void climbTheLadder(ReconcileRequest request) {
        for (int rung = 1; rung <= Ladder.rungs(); rung++) {
            script.add(new Step.Failed<>("down"));
            assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);
            bench.clock.advance(Ladder.after(rung));
        }
        script.add(new Step.Failed<>("down"));
    }

    @Test
    void aRefusalForGoodEndsTheWorkAndIsAFindingUntilItIsMadeReal() {
        script.add(new Step.Stopped<>(new Valve(true, 1, 1), "sold out"));

        assertThat(bench.loop.handle(bench.want(true))).isEqualTo(QUIET);

        assertThat(bench.entry().work()).isNull();
        assertThat(bench.published).containsExactly(bench.entry().version());
        assertThat(bench.findings.open()).containsEntry("STOPPED|" + Bench.ID, "sold out");
        assertThat(bench.journal.entriesOf(AttemptEnded.class))
                .containsExactly(new AttemptEnded("bench", 1, 1, "stopped", "sold out"));

        bench.loop.handle(bench.want(false));
        assertThat(bench.findings.open()).isEmpty();
    }

    @Tag("promise:stuck-is-seen")
    @Test
    void whatIsStuckIsAFindingUntilItIsSettled() {
        var request = bench.want(true);
        script.addAll(List.of(new Step.Failed<>("down"), new Step.Failed<>("still down")));
        bench.loop.handle(request);
        assertThat(bench.findings.open()).isEmpty();
        bench.clock.advance(Duration.ofMinutes(16));

        bench.loop.handle(request);

        assertThat(bench.findings.open()).containsEntry("STUCK|" + Bench.ID, "still down");
        assertThat(bench.counted("stuck")).isEqualTo(1);
        bench.clock.advance(Duration.ofSeconds(4));
        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aStoreThatFailsInTheMiddleLeavesNoLeaseToTheNextRung() {
        var failures = new AtomicInteger();
        var unlucky = new Bench((valve, _) -> new Step.Settled<>(valve.made()));
        var request = unlucky.want(true);
        // The second write after the claim is the one that records what was seen.
        unlucky.store.failFor(_ -> failures.incrementAndGet() == 2);

        assertThatThrownBy(() -> unlucky.loop.handle(request)).isInstanceOf(MongoTimeoutException.class);

        assertThat(unlucky.entry().lease()).isNull();
        unlucky.clock.advance(Duration.ofSeconds(1));
        assertThat(unlucky.loop.handle(request)).isEqualTo(QUIET);
        assertThat(unlucky.entry().work()).isNull();
    }

    @Test
    void aWorkerThatThrowsHasFailed() {
        var broken = new Bench((_, _) -> {
            throw new IllegalStateException("bug");
        });

        assertThat(broken.loop.handle(broken.want(true))).isEqualTo(NEXT_RUNG);

        assertThat(broken.entry().unsettled().orElseThrow().attempt()).isEqualTo(1);
        assertThat(broken.entry().lease()).isNull();
    }

    @Tag("promise:states-are-told")
    @Test
    void aStateThatCouldNotBePublishedIsPublishedLater() {
        var request = bench.want(true);
        bench.brokerDown = true;
        assertThat(bench.loop.handle(request)).isEqualTo(NEXT_RUNG);
        assertThat(bench.entry().state().settled()).as("what was seen is kept").isTrue();

        bench.brokerDown = false;
        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(bench.loop.handle(request)).isEqualTo(QUIET);

        assertThat(bench.published).contains(bench.entry().version());
        assertThat(bench.entry().work()).isNull();
    }

    @Tag("promise:forgotten-work-is-found")
    @Test
    void theSweepFindsWhatADeadHolderLeftBehind() {
        var dying = new Bench((_, _) -> {
            throw new ThreadDeathInTest();
        });
        var request = dying.want(true);
        try {
            dying.loop.handle(request);
        } catch (ThreadDeathInTest _) {
            // kill -9: the lease stays
        }
        assertThat(dying.entry().lease()).isNotNull();

        assertThat(dying.sweep.once().block()).isZero();
        dying.clock.advance(Bench.LEASE.plus(Bench.GRACE));
        assertThat(dying.sweep.once().block()).isEqualTo(1);
        assertThat(dying.requests.remove().ticket()).isNotEqualTo(request.ticket());
    }

    private static final class ThreadDeathInTest extends Error {
        private static final long serialVersionUID = 1L;
    }
}

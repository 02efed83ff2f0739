package io.koobridge.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.service.facts.Turned;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class LedgerTest {

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final AtomicInteger tickets = new AtomicInteger();
    private final LedgerStore<Dial> store = new InMemoryLedgerStore<>();
    private final Ledger<Dial> ledger =
            new Ledger<>(store, Turned.SHAPE, clock, () -> "ticket-" + tickets.incrementAndGet());

    @Test
    void whatIsAppliedIsStoredWithWorkThatIsDueNow() {
        var change = ledger.apply("a", turnedTo(1)).block();

        assertThat(change).isEqualTo(new Change<>(new Outcome.Applied<>(new Dial(List.of(1))), "ticket-1"));
        assertThat(work())
                .isEqualTo(new Work(
                        "ticket-1",
                        0,
                        clock.instant(),
                        clock.instant(),
                        clock.instant().plus(Duration.ofMinutes(15))));
    }

    @Test
    void aNewWishMakesANewTicketButIsNoLessOverdue() {
        ledger.apply("a", turnedTo(1)).block();
        var since = clock.instant();
        clock.advance(Duration.ofMinutes(10));

        ledger.apply("a", turnedTo(2)).block();

        assertThat(work())
                .isEqualTo(new Work("ticket-2", 0, clock.instant(), since, since.plus(Duration.ofMinutes(15))));
    }

    @Test
    void whatChangesNothingWritesNothingAndNamesTheWorkThatIsOpen() {
        ledger.apply("a", turnedTo(1)).block();

        var change = ledger.apply("a", _ -> new Outcome.Unchanged<>()).block();

        assertThat(change).isEqualTo(new Change<>(new Outcome.Unchanged<Dial>(), "ticket-1"));
        assertThat(entry().version()).isEqualTo(1);
    }

    @Test
    void aRefusalOfWhatIsNotThereLeavesNothingBehind() {
        var change = ledger.apply("a", _ -> new Outcome.Refused<>(Reason.UNKNOWN_INSTANCE))
                .block();

        assertThat(change).isEqualTo(new Change<>(new Outcome.Refused<Dial>(Reason.UNKNOWN_INSTANCE), null));
        assertThat(ledger.find("a").blockOptional()).isEmpty();
    }

    @Test
    void aPreviewWritesNothing() {
        var outcome = ledger.preview("a", turnedTo(1)).block();

        assertThat(outcome).isEqualTo(new Outcome.Applied<>(new Dial(List.of(1))));
        assertThat(ledger.find("a").blockOptional()).isEmpty();
    }

    @Tag("promise:nobody-is-overwritten")
    @Test
    void manyAtOnceAreAllAppliedOneAfterAnother() {
        Flux.fromStream(IntStream.range(0, 40).boxed())
                .flatMap(i -> ledger.apply("a", turnedTo(i)).subscribeOn(Schedulers.parallel()), 40)
                .blockLast(Duration.ofSeconds(20));

        var entry = entry();
        assertThat(entry.version()).isEqualTo(40);
        assertThat(entry.state().history()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aDecisionThatThrowsIsTheCallersError() {
        assertThatThrownBy(() -> ledger.apply("a", _ -> {
                            throw new IllegalStateException("bug");
                        })
                        .block())
                .hasMessage("bug");
    }

    private Work work() {
        return entry().unsettled().orElseThrow();
    }

    private Entry<Dial> entry() {
        return ledger.find("a").blockOptional().orElseThrow();
    }

    private static Ledger.Decision<Dial> turnedTo(int position) {
        return current -> new Outcome.Applied<>(
                new Dial(Stream.concat(current == null ? Stream.of() : current.history().stream(), Stream.of(position))
                        .toList()));
    }
}

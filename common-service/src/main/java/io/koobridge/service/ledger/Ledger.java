package io.koobridge.service.ledger;

import io.koobridge.events.Outcome;
import io.koobridge.events.TraceContext;
import io.koobridge.runtime.trace.Trace;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Applies pure decisions to documents: read, decide, compare-and-set, and again if somebody was quicker. */
public final class Ledger<S> {

    private static final int CONFLICTS_AT_MOST = 100;

    private final LedgerStore<S> store;
    private final Shape<S> shape;
    private final Clock clock;
    private final Supplier<String> tickets;

    /** What becomes of a document, or of its absence. Pure: it may be asked several times. */
    @FunctionalInterface
    public interface Decision<S> {
        Outcome<S> decide(@Nullable S current);
    }

    public Ledger(LedgerStore<S> store, Shape<S> shape, Clock clock, Supplier<String> tickets) {
        this.store = store;
        this.shape = shape;
        this.clock = clock;
        this.tickets = tickets;
    }

    public Mono<Entry<S>> find(String id) {
        return store.find(id);
    }

    /**
     * Applies the decision with one atomic write. The work that this makes belongs to the trace of the chain.
     *
     * @return never empty; an error signal when the store fails or the decision throws
     */
    public Mono<Change<S>> apply(String id, Decision<S> decision) {
        return Mono.deferContextual(chain -> once(id, decision, Trace.of(chain)))
                .repeatWhenEmpty(CONFLICTS_AT_MOST, turns -> turns);
    }

    /** What {@link #apply} would do now, without doing it. */
    public Mono<Outcome<S>> preview(String id, Decision<S> decision) {
        return optionally(id).map(found -> decision.decide(stateOf(found)));
    }

    /** The marketplace's order of what was applied; absent where nothing was, or where there is none. */
    public @Nullable String orderId(Outcome<S> outcome) {
        return outcome instanceof Outcome.Applied<S>(S next) ? shape.orderId(next) : null;
    }

    private Mono<Change<S>> once(String id, Decision<S> decision, @Nullable TraceContext cause) {
        return optionally(id).flatMap(found -> {
            var outcome = decision.decide(stateOf(found));
            return outcome instanceof Outcome.Applied<S>(S next)
                    ? write(id, found, next, cause).map(ticket -> new Change<>(outcome, ticket))
                    : Mono.just(new Change<>(
                            outcome,
                            found.flatMap(Entry::unsettled).map(Work::ticket).orElse(null)));
        });
    }

    private Mono<String> write(String id, Optional<Entry<S>> found, S next, @Nullable TraceContext cause) {
        var work = newWork(found.flatMap(Entry::unsettled), next).causedBy(cause);
        var written = found.map(entry -> store.replace(id, entry.version(), next, work))
                .orElseGet(() -> store.insert(id, next, work));
        return written.filter(won -> won).map(_ -> work.ticket());
    }

    private Work newWork(Optional<Work> unsettled, S next) {
        var now = clock.instant();
        var ticket = tickets.get();
        return unsettled
                .map(work -> work.renewed(ticket, now))
                .orElseGet(() -> new Work(ticket, 0, now, now, now.plus(shape.patience(next))));
    }

    private Mono<Optional<Entry<S>>> optionally(String id) {
        return store.find(id).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private @Nullable S stateOf(Optional<Entry<S>> found) {
        return found.map(Entry::state).orElse(null);
    }
}

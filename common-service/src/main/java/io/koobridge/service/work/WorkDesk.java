package io.koobridge.service.work;

import io.koobridge.events.Outcome;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.ledger.Backlog;
import io.koobridge.service.ledger.Backlog.Unsettled;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Shape;
import io.koobridge.service.ledger.Work;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Sweep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The unsettled documents of one ledger. */
public final class WorkDesk<S> {

    private final String ledger;
    private final Books<S> books;
    private final FactRules<?, S> rules;
    private final Sweep.Tools tools;

    /** Where the documents stand. */
    public record Books<S>(MongoLedgerStore<S> store, Ledger<S> ledger, Shape<S> shape) {}

    /**
     * Serves one ledger.
     *
     * @param rules what trying again does to a document that was refused for good, and which other names documents have
     */
    public WorkDesk(String ledger, Books<S> books, FactRules<?, S> rules, Sweep.Tools tools) {
        this.ledger = ledger;
        this.books = books;
        this.rules = rules;
        this.tools = tools;
    }

    public String ledger() {
        return ledger;
    }

    public Mono<Long> count(Backlog.Age age) {
        return Mono.defer(() -> books.store().count(age, now()));
    }

    /** Those that have been unsettled longest come first. */
    public Flux<WorkItem> unsettled(Backlog.Age age, int limit) {
        var now = now();
        return books.store().unsettled(age, now, limit).map(found -> item(found, now));
    }

    /**
     * A document that nobody works on, because it was stopped.
     *
     * @param since when
     * @return empty when there is none, or when it is being tried again
     */
    public Mono<WorkItem> stopped(String id, Instant since) {
        return books.store()
                .find(id)
                .filter(entry -> entry.work() == null)
                .map(entry -> item(id, "stopped", entry.state(), null, since));
    }

    /** Whether nobody works on it because it was refused for good, so that only {@link #retry} gets it going. */
    public Mono<Boolean> stopped(String id) {
        return books.store()
                .find(id)
                .map(entry -> entry.work() == null && rules.retry(entry.state()) instanceof Outcome.Applied<S>)
                .defaultIfEmpty(false);
    }

    /**
     * Has the document tried again: a refusal for good by the ledger's own decision, also when something else is still left to
     * do; other unsettled work gets a new ticket from the start of the ladder.
     *
     * @return empty when there is no such document
     */
    public Mono<Retried> retry(String id) {
        return books.store()
                .find(id)
                .switchIfEmpty(Mono.defer(() -> rules.otherName(id).flatMap(books.store()::find)))
                .flatMap(this::retry);
    }

    private Mono<Retried> retry(Entry<S> entry) {
        return books.ledger()
                .apply(entry.id(), rules::retry)
                .flatMap(change -> change.outcome() instanceof Outcome.Applied<S> && change.ticket() != null
                        ? request(entry.id(), change.ticket())
                        : again(entry));
    }

    private Mono<Retried> again(Entry<S> entry) {
        return entry.unsettled().map(work -> again(entry.id(), work)).orElseGet(() -> Mono.just(Retried.NOTHING_TO_DO));
    }

    private Mono<Retried> again(String id, Work work) {
        var now = now();
        var ticket = tools.tickets().get();
        return books.store()
                .reissue(id, work.ticket(), work.renewed(ticket, now), now)
                .flatMap(won -> won ? request(id, ticket) : Mono.just(Retried.BUSY))
                .contextWrite(Trace.within(work.trace()));
    }

    private Mono<Retried> request(String id, String ticket) {
        return tools.requests().send(new ReconcileRequest(ledger, id, ticket)).thenReturn(Retried.STARTED);
    }

    private WorkItem item(Unsettled<S> found, Instant now) {
        var work = found.work();
        var expired = !now.isBefore(work.since().plus(Backlog.EXPIRES_AFTER));
        var state = expired ? "expired" : work.stuck(now) ? "stuck" : "unsettled";
        return item(found.id(), state, found.state(), work, work.since());
    }

    private WorkItem item(String id, String state, @Nullable S document, @Nullable Work work, Instant since) {
        var shape = books.shape();
        return new WorkItem(
                ledger,
                id,
                state,
                document == null ? null : shape.phase(document),
                document == null ? null : shape.generation(document),
                work == null ? null : work.attempt(),
                since,
                work == null ? null : work.dueAt(),
                null);
    }

    private Instant now() {
        return tools.clock().instant();
    }
}

package io.koobridge.provisioning.web;

import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.TraceContext;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.journal.JournalEntry.FactDecided;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.outside.ProductResult;
import io.koobridge.provisioning.outside.SealedAccess;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.Work;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Brings what the product told by itself into the ledger: decided and written like a fact. */
public final class ResultDesk {

    private static final String FACT = "product-result";

    private final Book book;
    private final SealedAccess sealing;
    private final Telemetry telemetry;

    /** The instances, and who is told that one has work left: its snapshot at least. */
    public record Book(String name, Ledger<Instance> ledger, Requests requests, Mono<Void> ready) {}

    /** What became of a result. */
    sealed interface Taken {
        /** It counts, or did already. */
        record Stored() implements Taken {}

        record UnknownInstance() implements Taken {}

        /** It is about a wish that is no more. */
        record Late(String why) implements Taken {}

        /** What it says cannot be shown to the buyer of this instance. */
        record Faulty(List<String> faults) implements Taken {}

        /** READY, but with nothing that the buyer could open. */
        record WithoutAccess() implements Taken {}
    }

    public ResultDesk(Book book, SealedAccess sealing, Telemetry telemetry) {
        this.book = book;
        this.sealing = sealing;
        this.telemetry = telemetry;
    }

    /**
     * Completes when it is written and the reconcile that goes on from it is asked for; an error signal when nobody knows.
     *
     * @param messageId of the message that it came with, for the timeline
     */
    Mono<Taken> take(ProductResult result, String messageId) {
        return book.ready()
                .then(book.ledger().find(result.instanceId()))
                .filter(entry -> entry.state().kind() == InstanceKind.SAAS)
                .flatMap(entry -> take(
                        result,
                        messageId,
                        entry.state(),
                        entry.unsettled().map(Work::trace).orElse(null)))
                .defaultIfEmpty(new Taken.UnknownInstance());
    }

    /** It belongs to the trace of the wish that it is about, whatever the product made of that. */
    private Mono<Taken> take(ProductResult result, String messageId, Instance known, @Nullable TraceContext trace) {
        var faults = result.faults(known.accessForm());
        if (!faults.isEmpty()) {
            return Mono.just(new Taken.Faulty(faults));
        }
        var report = result.report(known, sealing);
        return book.ledger()
                .apply(known.id(), current -> report.on(current, result.generation()))
                .doOnNext(change -> tell(known.id(), messageId, change.outcome(), trace))
                .flatMap(change -> request(known.id(), change).thenReturn(taken(change.outcome())))
                .contextWrite(Trace.within(trace));
    }

    /** Also when nothing changed: the first request may have been lost. What came too late moves nothing. */
    private Mono<Void> request(String id, Change<Instance> change) {
        return change.pending()
                .filter(_ -> taken(change.outcome()) instanceof Taken.Stored)
                .map(ticket -> book.requests().send(new ReconcileRequest(book.name(), id, ticket)))
                .orElseGet(Mono::empty);
    }

    private static Taken taken(Outcome<Instance> outcome) {
        return switch (outcome) {
            case Outcome.Applied<Instance> _, Outcome.Unchanged<Instance> _ -> new Taken.Stored();
            case Outcome.Stale<Instance>(var why) -> new Taken.Late(why);
            case Outcome.Refused<Instance>(var reason) ->
                reason == Reason.NO_ACCESS ? new Taken.WithoutAccess() : new Taken.UnknownInstance();
        };
    }

    private void tell(String id, String messageId, Outcome<Instance> outcome, @Nullable TraceContext trace) {
        var service = telemetry.service();
        telemetry
                .metrics()
                .counter("koobridge.facts", "service", service, "fact", FACT, "outcome", outcome.label())
                .increment();
        telemetry.journal().write(id, new FactDecided(service, messageId, FACT, outcome.label(), why(outcome)), trace);
    }

    private static @Nullable String why(Outcome<Instance> outcome) {
        return outcome instanceof Outcome.Stale<Instance>(var why) ? why : null;
    }
}

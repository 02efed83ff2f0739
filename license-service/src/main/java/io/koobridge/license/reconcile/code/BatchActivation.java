package io.koobridge.license.reconcile.code;

import io.koobridge.events.Outcome;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.Bought;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.domain.code.CodeMarket.Activated;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.license.domain.code.CodeMarket.Reply.NotNow;
import io.koobridge.license.domain.code.CodeMarket.Reply.Refused;
import io.koobridge.license.domain.code.CodeMarket.Reply.Said;
import io.koobridge.license.domain.code.Learning;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.reconcile.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Version 2 of the interface takes a hundred codes: whoever calls takes those along that wait for the same. Its answer is one for all, so only a
 * success is one for each; after a refusal, 92020020 for one, each goes alone and learns its own (license §5.3).
 */
final class BatchActivation implements Activator {

    /** The most that one call takes. */
    static final int MOST = 100;

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Activated WITHOUT_DETAILS = new Activated(Bought.UNTOLD, null);

    private final Book book;
    private final CodeMarket market;
    private final Activator alone;
    private final Clock clock;

    /** Held for one call. Whoever comes second finds that it was taken along. Another replica is refused by 92020003 and asks. */
    private final ReentrantLock calls = new ReentrantLock();

    /** Who waits, with whom to write down what became of them. */
    record Book(String name, Supplier<Ledger<AuthorizationCode>> ledger, Passengers passengers, Requests requests) {}

    /** Codes that wait for their activation at the same time. */
    @FunctionalInterface
    interface Passengers {
        Flux<Named> beside(String id, @Nullable Instant effectiveAt, Instant now);
    }

    BatchActivation(Book book, CodeMarket market, Activator alone, Clock clock) {
        this.book = book;
        this.market = market;
        this.alone = alone;
        this.clock = clock;
    }

    @Override
    public Step<AuthorizationCode> activate(Named named, AuthorizationCode code, Attempt attempt) {
        return together(named, code, attempt).orElseGet(() -> alone.activate(named, code, attempt));
    }

    /** Empty when its own call shall tell. */
    private Optional<Step<AuthorizationCode>> together(Named named, AuthorizationCode code, Attempt attempt) {
        calls.lock();
        try {
            return taken(named) ? Optional.of(new Step.Progressed<>(code)) : called(named, code, attempt);
        } finally {
            calls.unlock();
        }
    }

    /** Then the document moved, and what the loop would write is not written but read anew. */
    private boolean taken(Named named) {
        var now = book.ledger().get().find(named.id()).map(Entry::state).block(STORE_ANSWERS_WITHIN);
        return now != null && (now.released() || now.activation().stage() != Stage.WISHED);
    }

    private Optional<Step<AuthorizationCode>> called(Named named, AuthorizationCode code, Attempt attempt) {
        var effectiveAt = code.activation().effectiveAt();
        var codes = new ArrayList<Named>();
        codes.add(named);
        codes.addAll(passengers(named, effectiveAt));
        attempt.holdLease();
        return switch (market.activate(List.copyOf(codes), effectiveAt)) {
            case Said<Activated> _ -> {
                arrived(codes.subList(1, codes.size()));
                yield Optional.of(
                        Answers.learned(current -> Learning.activated(current, WITHOUT_DETAILS, clock.instant())));
            }
            case NotNow<Activated>(var why, var uncertain)
            when !uncertain -> Optional.of(new Step.Failed<>("activation: " + why));
            // Its own call tells whether it was done: by 92020003 if so.
            case NotNow<Activated> _, Refused<Activated> _ -> Optional.empty();
        };
    }

    private List<Named> passengers(Named named, @Nullable Instant effectiveAt) {
        var found = book.passengers()
                .beside(named.id(), effectiveAt, clock.instant())
                .take(MOST - 1)
                .collectList()
                .block(STORE_ANSWERS_WITHIN);
        return found == null ? List.of() : found;
    }

    /** Whoever dies before this is done leaves them waiting; their own calls are refused by 92020003, and they ask. */
    private void arrived(List<Named> passengers) {
        Flux.fromIterable(passengers).flatMap(this::arrived).then().block(STORE_ANSWERS_WITHIN.multipliedBy(2));
    }

    private Mono<Void> arrived(Named passenger) {
        return book.ledger()
                .get()
                .apply(passenger.id(), this::activated)
                .flatMap(change -> Mono.justOrEmpty(change.pending()))
                .flatMap(ticket -> book.requests().send(new ReconcileRequest(book.name(), passenger.id(), ticket)));
    }

    private Outcome<AuthorizationCode> activated(@Nullable AuthorizationCode current) {
        return current != null && current.activation().stage() == Stage.WISHED && !current.released()
                ? new Outcome.Applied<>(Learning.activated(current, WITHOUT_DETAILS, clock.instant()))
                : new Outcome.Unchanged<>();
    }
}

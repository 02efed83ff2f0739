package io.koobridge.license.web.code;

import io.koobridge.events.Outcome;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeWishes;
import io.koobridge.license.domain.code.CodeWishes.Due;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.web.code.CodeView.Activated;
import io.koobridge.license.web.code.CodeView.Activations;
import io.koobridge.license.web.code.CodeView.Checked;
import io.koobridge.license.web.code.CodeView.Stored;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes down what the seller's software wishes, has the workers woken, and waits a little for them. The wish is in the ledger before
 * anybody is answered; a broker or a marketplace that is away delays it and loses nothing.
 */
public final class CodeDesk {

    /** How long an activation is awaited; the software asks again. */
    static final Duration ACTIVATED_WITHIN = Duration.ofSeconds(5);

    /** How long the first question of a day is held for the marketplace's word. */
    static final Duration LOOKED_WITHIN = Duration.ofSeconds(2);

    private static final int WRITES_AT_ONCE = 16;
    private static final int NEWCOMERS_A_MINUTE = 1_000;
    private static final Duration WOKEN_WITHIN = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(CodeDesk.class);

    private final Book book;
    private final Duration reportAfter;
    private final Clock clock;
    private final Newcomers newcomers;
    private final Waiting waiting;

    /**
     * The codes, and how somebody is made to look at one.
     *
     * @param ready completes when the store is known to be the right one
     */
    public record Book(String name, Ledger<AuthorizationCode> ledger, Requests requests, Mono<Void> ready) {}

    /** @param reportAfter how long uses are collected */
    public CodeDesk(Book book, Duration reportAfter, Clock clock) {
        this(book, reportAfter, clock, NEWCOMERS_A_MINUTE);
    }

    CodeDesk(Book book, Duration reportAfter, Clock clock, int newcomersAMinute) {
        this.book = book;
        this.reportAfter = reportAfter;
        this.clock = clock;
        this.newcomers = new Newcomers(newcomersAMinute, clock);
        this.waiting = new Waiting(id -> book.ledger().find(id).map(Entry::state));
    }

    Mono<Activations> activate(Question.Activate question) {
        var codes = Flux.fromIterable(question.codes());
        return book.ready()
                .then(codes.flatMap(code -> wished(code, question.effectiveAt()), WRITES_AT_ONCE)
                        .then())
                .then(codes.flatMapSequential(this::activated, Question.CODES_AT_MOST)
                        .collectList())
                .map(Activations::new);
    }

    private Mono<Void> wished(String code, @Nullable Instant effectiveAt) {
        return apply(code, current -> CodeWishes.activate(current, code, effectiveAt, now()))
                .then();
    }

    private Mono<Activated> activated(String code) {
        return waiting.until(CodeView::settled, CodeId.of(code), ACTIVATED_WITHIN)
                .map(found -> CodeView.activated(code, found.orElse(null)));
    }

    Mono<Checked> check(Question.Check question) {
        var code = question.code();
        return book.ready()
                .then(apply(code, current -> CodeWishes.check(current, code, now())))
                .then(Mono.defer(() -> book.ledger().find(CodeId.of(code)).map(Entry::state)))
                .flatMap(known -> justDue(known) ? looked(code) : Mono.just(Optional.of(known)))
                .map(known -> CodeView.checked(code, known.orElse(null), now()));
    }

    private Mono<Optional<AuthorizationCode>> looked(String code) {
        return waiting.until(
                known -> known.released() || Standing.seenToday(known, now()), CodeId.of(code), LOOKED_WITHIN);
    }

    /** Whoever asks while the first one of the day is answered waits with it; later ones are not held again. */
    private boolean justDue(AuthorizationCode known) {
        var due = known.queryAt();
        return due != null
                && !Standing.seenToday(known, now())
                && due.plus(LOOKED_WITHIN).isAfter(now());
    }

    Mono<Stored> reportUse(Question.ReportUse question) {
        var code = question.code();
        var full = new AtomicBoolean();
        return book.ready()
                .then(apply(code, current -> {
                    full.set(CodeWishes.full(current, question.entry()));
                    return CodeWishes.use(current, code, question.entry(), new Due(now(), reportAfter));
                }))
                .flatMap(_ -> full.get()
                        ? Mono.error(new Question.BadException(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "The code has too many clients on this day; report activeCount instead."))
                        : book.ledger().find(CodeId.of(code)))
                .map(entry -> new Stored(entry.id(), !entry.state().released()));
    }

    private Mono<Change<AuthorizationCode>> apply(String code, Ledger.Decision<AuthorizationCode> decision) {
        var id = CodeId.of(code);
        return book.ledger()
                .apply(id, current -> {
                    if (current == null && !newcomers.admit()) {
                        throw new Question.BadException(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too many codes that were never seen; ask again in a minute.");
                    }
                    return decision.decide(current);
                })
                .flatMap(change -> change.outcome() instanceof Outcome.Applied<AuthorizationCode>
                        ? woken(id, change).thenReturn(change)
                        : Mono.just(change));
    }

    /** Without a broker the sweep finds it. */
    private Mono<Void> woken(String id, Change<AuthorizationCode> change) {
        return Mono.justOrEmpty(change.pending())
                .flatMap(ticket -> book.requests().send(new ReconcileRequest(book.name(), id, ticket)))
                .timeout(WOKEN_WITHIN)
                .onErrorResume(error -> {
                    log.atDebug()
                            .addKeyValue("instanceId", id)
                            .addKeyValue("error", error.toString())
                            .log("nobody was woken for a code; the sweep finds it");
                    return Mono.empty();
                });
    }

    private Instant now() {
        return clock.instant();
    }
}

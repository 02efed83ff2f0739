package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.facts.DeadLetters.Reason;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Applies a poll's facts to a ledger: records of one key in order, up to 64 keys at once, one wait at the end, then the
 * offsets are committed. Store or broker down means wait: the poll is delivered again from the first record not done. A
 * record that cannot be processed is put aside; that is an outcome, not a failure.
 */
public final class FactConsumer<F, S> implements Consumer<Message<List<byte[]>>> {

    private static final Logger log = LoggerFactory.getLogger(FactConsumer.class);
    private static final int KEYS_AT_ONCE = 64;
    private static final Duration BATCH_WITHIN = Duration.ofSeconds(60);

    private final EventCodec<F> codec;
    private final FactRules<F, S> rules;
    private final Ledger<S> ledger;
    private final Surroundings surroundings;

    /**
     * What the consumer needs besides its ledger.
     *
     * @param ready completes when the store is known to be the right one and has its indexes
     */
    public record Surroundings(
            String ledger, Mono<Void> ready, Requests requests, DeadLetters deadLetters, FactReports reports) {}

    public FactConsumer(EventCodec<F> codec, FactRules<F, S> rules, Ledger<S> ledger, Surroundings surroundings) {
        this.codec = codec;
        this.rules = rules;
        this.ledger = ledger;
        this.surroundings = surroundings;
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        var batch = batch(message);
        var done = new AtomicIntegerArray(batch.records().size());
        try {
            surroundings
                    .ready()
                    .then(Flux.fromIterable(batch.byKey())
                            .flatMapDelayError(records -> inOrder(records, done), KEYS_AT_ONCE, 1)
                            .then())
                    .block(BATCH_WITHIN);
        } catch (RuntimeException e) {
            var cause = Exceptions.unwrapMultiple(e).getFirst();
            var first = batch.records().get(firstNotDone(done));
            Trace.on(log.atWarn(), first.trace())
                    .addKeyValue("topic", first.topic())
                    .addKeyValue("partition", first.partition())
                    .addKeyValue("offset", first.offset())
                    .addKeyValue("error", cause.toString())
                    .log("facts are not applied yet; they come again");
            throw new BatchListenerFailedException("facts are not applied yet: " + cause, e, first.index());
        }
    }

    private static FactBatch batch(Message<List<byte[]>> message) {
        try {
            return FactBatch.of(message);
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException("a poll cannot be read: " + e.getMessage(), e, 0);
        }
    }

    private Mono<Void> inOrder(List<RawRecord> records, AtomicIntegerArray done) {
        return Flux.fromIterable(records)
                .concatMap(each -> handle(each).doOnSuccess(_ -> done.set(each.index(), 1)))
                .then();
    }

    private Mono<Void> handle(RawRecord each) {
        return switch (codec.decode(text(each.headers()), each.value())) {
            case Decoded.Unreadable<F>(var why) -> surroundings.deadLetters().put(each, Reason.UNREADABLE, why);
            case Decoded.Intact<F>(var event) ->
                Mono.defer(() -> traced(event))
                        .onErrorResume(
                                UndecidableFactException.class,
                                e -> surroundings.deadLetters().put(each, Reason.UNDECIDABLE, e.getMessage()))
                        .onErrorResume(
                                UnreadableEntryException.class,
                                e -> surroundings.deadLetters().put(each, Reason.UNREADABLE_ENTRY, e.getMessage()));
        };
    }

    /** A fact that came without a trace begins one. */
    private Mono<Void> traced(Event<F> event) {
        var span = surroundings.reports().begun(event, codec.shortName(event.data()));
        return rules.claim(event.causedBy(span.context()))
                .doOnNext(claimed -> span.tag("instanceId", claimed.subject()))
                .flatMap(claimed -> rules.spread(claimed).then(Mono.defer(() -> applyOrMove(claimed, span))))
                .contextWrite(Trace.within(span.context()))
                .doFinally(_ -> span.end());
    }

    /** What is refused because there is no such document may be for one that is known by two names. */
    private Mono<Void> applyOrMove(Event<F> event, Span span) {
        var missing = new AtomicBoolean();
        return applied(event, missing)
                .flatMap(change -> change.outcome() instanceof Outcome.Refused<S> && missing.get()
                        ? rules.elsewhere(event)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty())
                                .flatMap(other -> other.map(moved ->
                                                applied(moved, missing).flatMap(again -> reported(moved, again, span)))
                                        .orElseGet(() -> reported(event, change, span)))
                        : reported(event, change, span));
    }

    private Mono<Change<S>> applied(Event<F> event, AtomicBoolean missing) {
        return ledger.apply(event.subject(), current -> {
            missing.set(current == null);
            return decide(current, event);
        });
    }

    private Mono<Void> reported(Event<F> event, Change<S> change, Span span) {
        span.tag("outcome", change.outcome().label());
        return surroundings
                .reports()
                .decided(event, codec.shortName(event.data()), change.outcome(), ledger.orderId(change.outcome()))
                .then(request(event.subject(), change));
    }

    private Outcome<S> decide(@Nullable S current, Event<F> event) {
        try {
            return rules.decide(current, event);
        } catch (RuntimeException e) {
            throw new UndecidableFactException(e);
        }
    }

    private Mono<Void> request(String id, Change<S> change) {
        return change.pending()
                .map(ticket -> surroundings.requests().send(new ReconcileRequest(surroundings.ledger(), id, ticket)))
                .orElseGet(Mono::empty);
    }

    private static Map<String, String> text(Map<String, byte[]> headers) {
        var text = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> text.put(name, new String(value, UTF_8)));
        return text;
    }

    private static int firstNotDone(AtomicIntegerArray done) {
        int index = 0;
        while (index < done.length() - 1 && done.get(index) == 1) {
            index++;
        }
        return index;
    }
}

package io.koobridge.service.facts;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.service.facts.Rehearsal.Decided;
import io.koobridge.service.facts.Rehearsal.Glance;
import io.koobridge.service.facts.Rehearsal.PutAside;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.Shape;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Does with a record what {@link FactConsumer} would do, and writes nothing. */
public final class FactRehearsal<F, S> {

    static final String UNREADABLE = "unreadable";

    private static final String REFUSED = new Outcome.Refused<>(Reason.UNKNOWN_INSTANCE).label();

    private final EventCodec<F> codec;
    private final FactRules<F, S> rules;
    private final Ledger<S> ledger;
    private final Shape<S> shape;

    public FactRehearsal(EventCodec<F> codec, FactRules<F, S> rules, Ledger<S> ledger, Shape<S> shape) {
        this.codec = codec;
        this.rules = rules;
        this.ledger = ledger;
        this.shape = shape;
    }

    /**
     * Rehearses one record.
     *
     * @param headers as text, as the consumer reads them
     */
    public Mono<Rehearsal> of(Map<String, String> headers, byte @Nullable [] value) {
        return switch (codec.decode(headers, value)) {
            case Decoded.Unreadable<F>(var why) -> Mono.just(new PutAside(UNREADABLE, why));
            case Decoded.Intact<F>(var event) ->
                rules.locate(event)
                        .flatMap(this::decided)
                        .onErrorResume(
                                UnreadableEntryException.class,
                                e -> Mono.just(new PutAside("unreadable-entry", String.valueOf(e.getMessage()))));
        };
    }

    private Mono<Rehearsal> decided(Event<F> event) {
        return ledger.find(event.subject())
                .map(found -> decided(event, found.state()))
                .switchIfEmpty(Mono.defer(() -> withoutDocument(event)));
    }

    /** As the consumer has it: only what is refused for want of a document is looked for under its other name. */
    private Mono<Rehearsal> withoutDocument(Event<F> event) {
        var here = decided(event, null);
        return here instanceof Decided decided && decided.outcome().equals(REFUSED)
                ? rules.otherName(event.subject())
                        .flatMap(ledger::find)
                        .map(other -> decided(event.about(other.id()), other.state()))
                        .defaultIfEmpty(here)
                : Mono.just(here);
    }

    private Rehearsal decided(Event<F> event, @Nullable S current) {
        try {
            var outcome = rules.decide(current, event);
            return new Decided(
                    codec.shortName(event.data()),
                    event.subject(),
                    outcome.label(),
                    FactReports.detail(outcome),
                    glance(current),
                    outcome instanceof Outcome.Applied<S>(S next) ? glance(next) : glance(current));
        } catch (RuntimeException e) {
            return new PutAside("undecidable", "the decision threw " + e);
        }
    }

    private @Nullable Glance glance(@Nullable S state) {
        return state == null ? null : new Glance(shape.phase(state), shape.generation(state));
    }
}

package io.koobridge.service.facts;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a service knows about its facts: which document one is for, and what it does to that document. */
public interface FactRules<F, S> {

    /** The pure decision. Knows no clock: time is in the event. */
    Outcome<S> decide(@Nullable S current, Event<? extends F> event);

    /** The event under the id of the document that it is for, having claimed that id where a claim is needed. */
    default Mono<Event<F>> claim(Event<F> event) {
        return Mono.just(event);
    }

    /**
     * Writes what the fact tells of other documents than its subject's, before the decision of that one. Repeatable: a fact that comes again writes the same.
     * Where something of it cannot be decided, it is put aside like one whose decision threw.
     */
    default Mono<Void> spread(Event<F> event) {
        return Mono.empty();
    }

    /** The same without writing anything, for the dry run. */
    default Mono<Event<F>> locate(Event<F> event) {
        return Mono.just(event);
    }

    /**
     * Another id of a document, asked only where none has this one: ordinary documents cost no look-up. Writes nothing.
     *
     * @return empty when nobody knows the id at all
     */
    default Mono<String> otherName(String id) {
        return Mono.empty();
    }

    /**
     * The event for the document that has its subject as another name, asked when the decision refused it because there is no
     * such document. May note that it came under that name.
     *
     * @return empty when nobody knows the subject at all
     */
    default Mono<Event<F>> elsewhere(Event<F> event) {
        return otherName(event.subject()).map(event::about);
    }

    /** Somebody asks once more for what was refused for good; unchanged where nothing was. Pure, like {@link #decide}. */
    default Outcome<S> retry(@Nullable S current) {
        return new Outcome.Unchanged<>();
    }
}

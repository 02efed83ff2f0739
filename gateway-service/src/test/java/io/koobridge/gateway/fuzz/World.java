package io.koobridge.gateway.fuzz;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.gateway.command.Instances;
import io.koobridge.gateway.publish.FactPublishers;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Broker and provisioning, in the mood that the call's context has, on the tape that it brings. */
final class World implements Instances {

    static final Object TAPE = World.class;

    private World() {}

    static World instance() {
        return new World();
    }

    /** The broker, for facts of any family. */
    static FactPublishers broker() {
        return new FactPublishers(World::publish, World::publish, World::publish, World::publish, World::publish);
    }

    private static Mono<Publication> publish(Event<?> fact) {
        return Mono.deferContextual(context -> {
            var tape = tape(context);
            tape.published().add(fact);
            return switch (tape.mood().store()) {
                case STORED -> Mono.just(new Publication.Stored());
                case NOT_STORED -> Mono.just(new Publication.NotStored("the broker is away"));
                case HANGS -> Mono.never();
            };
        });
    }

    @Override
    public Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within) {
        return ask(question, within, tape -> tape.mood().resolution());
    }

    @Override
    public Mono<Answer<OrderedInstance>> glance(InstanceResolution.Question question, Duration within) {
        return ask(question, within, tape -> Views.ordered(tape.mood().viewSeed()));
    }

    @Override
    public Mono<Answer<OrderedInstance>> await(OrderedInstance.Wait question, Duration within) {
        return ask(question, within, tape -> Views.ordered(tape.mood().viewSeed()));
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<InstanceFact> fact, Duration within) {
        return ask(fact, within, tape -> tape.mood().admission());
    }

    @Override
    public Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within) {
        return ask(question, within, tape -> Views.of(tape.mood().viewSeed(), question.instanceIds()));
    }

    @Override
    public Mono<Answer<ChangeCheck>> check(ChangeCheck.Question question, Duration within) {
        return ask(question, within, tape -> tape.mood().verdict());
    }

    /** What is answered, if anything is. */
    interface Saying<T> {
        T of(Tape tape);
    }

    static <T> Mono<Answer<T>> ask(Object question, Duration within, Saying<T> saying) {
        return Mono.deferContextual(context -> {
            var tape = tape(context);
            tape.asked().add(question);
            Supplier<Answer<T>> uncertain = () -> new Answer.Uncertain<>("no answer came");
            return switch (tape.mood().reach()) {
                case ANSWERS -> Mono.just(new Answer.Answered<>(saying.of(tape)));
                case AWAY -> Mono.just(new Answer.NotSent<>("nobody is there"));
                case UNCERTAIN -> Mono.fromSupplier(uncertain);
                case TOO_SLOW -> Mono.delay(within).map(_ -> uncertain.get());
                case HANGS -> Mono.never();
            };
        });
    }

    private static Tape tape(ContextView context) {
        return context.get(TAPE);
    }
}

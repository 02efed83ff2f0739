package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Provisioning as six answers; remembers how much time it was given. */
public final class FakeInstances implements Instances {

    public Mono<Answer<InstanceResolution>> resolution = Mono.just(new Answer.Answered<>(InstanceResolution.UNKNOWN));
    public Mono<Answer<InstanceViews>> views = Mono.just(new Answer.Answered<>(new InstanceViews(List.of())));
    public Mono<Answer<Admission>> admission = Mono.just(new Answer.Answered<>(new Admission("applied", null, null)));
    public Mono<Answer<ChangeCheck>> verdict = Mono.just(new Answer.Answered<>(ChangeCheck.possible()));
    public Mono<Answer<OrderedInstance>> awaited = Mono.just(new Answer.Answered<>(new OrderedInstance(null)));
    public Mono<Answer<OrderedInstance>> glanced = Mono.just(new Answer.Answered<>(new OrderedInstance(null)));
    public final List<OrderedInstance.Wait> awaits = new ArrayList<>();
    public final List<Duration> given = new ArrayList<>();

    @Override
    public Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within) {
        given.add(within);
        return resolution;
    }

    @Override
    public Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within) {
        given.add(within);
        return views;
    }

    @Override
    public Mono<Answer<OrderedInstance>> glance(InstanceResolution.Question question, Duration within) {
        given.add(within);
        return glanced;
    }

    @Override
    public Mono<Answer<OrderedInstance>> await(OrderedInstance.Wait question, Duration within) {
        awaits.add(question);
        given.add(within);
        return awaited;
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<InstanceFact> fact, Duration within) {
        given.add(within);
        return admission.timeout(within, Mono.just(new Answer.Uncertain<>("too late")));
    }

    @Override
    public Mono<Answer<ChangeCheck>> check(ChangeCheck.Question question, Duration within) {
        given.add(within);
        return verdict;
    }
}

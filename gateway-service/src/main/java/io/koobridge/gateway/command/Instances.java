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
import reactor.core.publisher.Mono;

/** Those who know every instance: provisioning. No question ends in an error signal, and none changes anything. */
public interface Instances {

    Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within);

    /** How the order's instance is now; answered also when those who wait fill the room. */
    Mono<Answer<OrderedInstance>> glance(InstanceResolution.Question question, Duration within);

    /** Held until the instance is ready, or was refused for good, or the question's time is over. */
    Mono<Answer<OrderedInstance>> await(OrderedInstance.Wait question, Duration within);

    /** What the fact would do. */
    Mono<Answer<Admission>> admit(Event<InstanceFact> fact, Duration within);

    Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within);

    Mono<Answer<ChangeCheck>> check(ChangeCheck.Question question, Duration within);
}

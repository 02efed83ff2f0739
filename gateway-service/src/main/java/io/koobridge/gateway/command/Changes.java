package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Stores what happened to an instance, unless those who know it say that this cannot be (design §3.5). Only a refusal keeps a fact from being
 * stored: what would change nothing now may change something behind the facts that are still on their way.
 */
final class Changes {

    /** The label of {@link io.koobridge.events.Outcome.Stale}. */
    private static final String STALE = "stale";

    /** Together with what storing may take this leaves a call time to be answered in: what is stored is not to be told as late. */
    private static final Duration ASK_FOR = Duration.ofMillis(300);

    private final FactPublisher<InstanceFact> publisher;
    private final Instances instances;

    Changes(FactPublisher<InstanceFact> publisher, Instances instances) {
        this.publisher = publisher;
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.Change change, Circumstances circumstances) {
        var fact = circumstances.event(change.factId(), change.instanceId(), change.fact());
        return instances.admit(fact, circumstances.deadline().atMost(ASK_FOR)).flatMap(answer -> refusal(
                        change.instanceId(), answer)
                .<Mono<Reply>>map(reason -> Mono.just(new Reply.Declined(reason)))
                .orElseGet(() -> store(fact, isStale(answer))));
    }

    /** Whoever does not answer does not refuse; and an id of our making whose purchase is still on its way is not unknown (design §4). */
    private static Optional<Reason> refusal(String instanceId, Answer<Admission> answer) {
        return answer instanceof Answer.Answered<Admission>(var admission)
                ? Optional.ofNullable(admission.reason())
                        .filter(reason -> reason != Reason.UNKNOWN_INSTANCE || !InstanceIds.isDerived(instanceId))
                : Optional.empty();
    }

    private static boolean isStale(Answer<Admission> answer) {
        return answer instanceof Answer.Answered<Admission>(var admission)
                && admission.outcome().equals(STALE);
    }

    private Mono<Reply> store(Event<InstanceFact> fact, boolean stale) {
        return publisher.publish(fact).map(publication -> switch (publication) {
            case Publication.Stored _ -> new Reply.Noted(stale);
            case Publication.NotStored _ -> new Reply.Refused(Refusal.NOT_STORED);
        });
    }
}

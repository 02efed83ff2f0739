package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Stores a purchase and says which instance it is. Storing is what counts; that somebody knows the instance already is only asked, at the same
 * time and not for long, to give a better answer (design §3.5).
 */
final class Purchases {

    private static final Duration ASK_FOR = Duration.ofMillis(300);
    private static final Publication STORED = new Publication.Stored();
    private static final Reply NOT_STORED = new Reply.Refused(Refusal.NOT_STORED);

    private final InstanceNames names;
    private final FactPublisher publisher;
    private final Instances instances;

    Purchases(InstanceNames names, FactPublisher publisher, Instances instances) {
        this.names = names;
        this.publisher = publisher;
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.Purchase purchase, Circumstances circumstances) {
        return Mono.defer(() -> {
            var fact = fact(purchase.order(), circumstances);
            var publication = publisher.publish(fact).toFuture();
            // Asking has an effect: a failed instance is tried again. So nobody is asked about what is refused at once.
            if (publication.getNow(STORED) instanceof Publication.NotStored) {
                return Mono.just(NOT_STORED);
            }
            // Without its first part the whole ends there and then: what is not stored does not wait for an answer.
            return Mono.zip(
                            Mono.fromFuture(publication, true).ofType(Publication.Stored.class),
                            resolve(purchase.order(), circumstances),
                            (_, resolution) -> purchased(fact.subject(), resolution))
                    .defaultIfEmpty(NOT_STORED);
        });
    }

    private Mono<Answer<InstanceResolution>> resolve(OrderKey order, Circumstances circumstances) {
        var kind = circumstances.address().kind().instances();
        return instances.resolve(
                new InstanceResolution.Question(kind, order),
                circumstances.deadline().atMost(ASK_FOR));
    }

    private Event<InstanceFact> fact(OrderKey order, Circumstances circumstances) {
        var address = circumstances.address();
        var kind = address.kind();
        return new Event<>(
                FactIds.ofPurchase(kind.instances(), order),
                names.of(kind, order),
                address.path(),
                circumstances.signedAt(),
                circumstances.receivedAt(),
                circumstances.traceparent(),
                new InstancePurchased(kind.instances(), order));
    }

    /** Another instance than the derived one has the order when it was imported; then its id is the answer. */
    private static Reply purchased(String derivedId, Answer<InstanceResolution> answer) {
        if (answer instanceof Answer.Answered<InstanceResolution>(var known) && known.instanceId() != null) {
            return new Reply.Purchased(known.instanceId(), known.ready() || known.phase() == Phase.RELEASED);
        }
        return new Reply.Purchased(derivedId, false);
    }
}

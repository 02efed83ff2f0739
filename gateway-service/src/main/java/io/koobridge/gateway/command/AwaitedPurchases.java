package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Stores a purchase and waits for its instance, because the edition's answer must say how to get in (design §3.8). What was bought before is
 * answered at once, as it is now: that is how buyers look at it.
 */
final class AwaitedPurchases {

    /** For the glance, and again beyond the time that an answer is held for: twice is less than a call has beside that. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(500);

    private final InstanceNames names;
    private final FactPublisher<InstanceFact> publisher;
    private final Instances instances;

    AwaitedPurchases(InstanceNames names, FactPublisher<InstanceFact> publisher, Instances instances) {
        this.names = names;
        this.publisher = publisher;
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.AwaitedPurchase purchase, Circumstances circumstances) {
        var order = purchase.order();
        var kind = circumstances.address().sold();
        var id = names.of(kind, order);
        var fact = circumstances.<InstanceFact>event(
                FactIds.ofPurchase(kind, order),
                id,
                new InstancePurchased(kind, order, purchase.bought(), AccessForm.ENCRYPTED));
        // Asked while it is being stored: who is known already does not wait. What is not stored ends the whole.
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        told(kind, purchase, circumstances.deadline()),
                        (_, told) -> told.map(AwaitedPurchases::obtained)
                                .orElseGet(() -> new Reply.Obtained(id, new Standing.Preparing())))
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
    }

    /** What provisioning told of the instance, if it did. */
    private Mono<Optional<View>> told(InstanceKind kind, Command.AwaitedPurchase purchase, Deadline deadline) {
        var question = new InstanceResolution.Question(kind, purchase.order());
        return instances
                .glance(question, deadline.atMost(ANSWERED_WITHIN))
                .map(AwaitedPurchases::view)
                .flatMap(seen -> seen.filter(AwaitedPurchases::isSettled).isPresent()
                        ? Mono.just(seen)
                        : awaited(kind, purchase, deadline)
                                .map(awaited -> awaited.or(() -> seen.map(AwaitedPurchases::unsettled))));
    }

    private Mono<Optional<View>> awaited(InstanceKind kind, Command.AwaitedPurchase purchase, Deadline deadline) {
        var hold = purchase.hold();
        return instances
                .await(
                        new OrderedInstance.Wait(kind, purchase.order(), hold.toMillis()),
                        deadline.atMost(hold.plus(ANSWERED_WITHIN)))
                .map(AwaitedPurchases::view);
    }

    /** Most of those who ask bought long ago: their questions go together, and only who must wait asks alone (design §3.8). */
    private static boolean isSettled(View view) {
        return switch (view.phase()) {
            case RELEASED -> true;
            case ACTIVE, FROZEN -> view.appInfo() != null;
            case PROVISIONING, FAILED -> false;
        };
    }

    /** What was refused for good before is tried again by the purchase that is stored now. */
    private static View unsettled(View seen) {
        return new View(seen.instanceId(), Phase.PROVISIONING, null, null, null);
    }

    private static Optional<View> view(Answer<OrderedInstance> answer) {
        return answer instanceof Answer.Answered<OrderedInstance>(var ordered)
                ? Optional.ofNullable(ordered.view())
                : Optional.empty();
    }

    private static Reply obtained(View view) {
        return new Reply.Obtained(view.instanceId(), Standing.of(view));
    }
}

package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
        var fact = circumstances.event(
                FactIds.ofPurchase(kind, order),
                id,
                new InstancePurchased(kind, order, purchase.bought(), AccessForm.ENCRYPTED));
        // Asked while it is being stored: who is known already does not wait. What is not stored ends the whole.
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        answer(kind, purchase),
                        (_, answer) -> obtained(id, answer))
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
    }

    /** Most of those who ask bought long ago, and their questions go together; only who must wait asks alone (design §3.8). */
    private Mono<Answer<OrderedInstance>> answer(InstanceKind kind, Command.AwaitedPurchase purchase) {
        return instances
                .glance(new InstanceResolution.Question(kind, purchase.order()), ANSWERED_WITHIN)
                .flatMap(known -> isSettled(known)
                        ? Mono.just(known)
                        : awaited(kind, purchase).map(held -> held instanceof Answer.NotSent ? known : held));
    }

    private Mono<Answer<OrderedInstance>> awaited(InstanceKind kind, Command.AwaitedPurchase purchase) {
        var hold = purchase.hold();
        return instances.await(
                new OrderedInstance.Wait(kind, purchase.order(), hold.toMillis()), hold.plus(ANSWERED_WITHIN));
    }

    /** A refusal for good is not the end: the purchase that is stored now tries again. */
    private static boolean isSettled(Answer<OrderedInstance> answer) {
        @Nullable View view = view(answer);
        return view != null
                && switch (view.phase()) {
                    case RELEASED -> true;
                    case ACTIVE, FROZEN -> view.appInfo() != null;
                    case PROVISIONING, FAILED -> false;
                };
    }

    private static @Nullable View view(Answer<OrderedInstance> answer) {
        return answer instanceof Answer.Answered<OrderedInstance>(var ordered) ? ordered.view() : null;
    }

    /** Whoever does not answer knows nothing better than that it is on its way. */
    private static Reply obtained(String derivedId, Answer<OrderedInstance> answer) {
        @Nullable View view = view(answer);
        return view == null
                ? new Reply.Obtained(derivedId, new Standing.Preparing())
                : new Reply.Obtained(view.instanceId(), Standing.of(view));
    }
}

package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.AwaitedInstance;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Stores a purchase and waits for its instance, because the edition's answer must say how to get in (design §3.8). What was bought before is
 * answered at once, as it is now: that is how buyers look at it.
 */
final class AwaitedPurchases {

    /** Beyond the time that the answer is held for; less than a call has beside that. */
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
        var question = new AwaitedInstance.Question(kind, order, purchase.hold().toMillis());
        // Asked while it is being stored: who is known already does not wait. What is not stored ends the whole.
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        instances.await(question, purchase.hold().plus(ANSWERED_WITHIN)),
                        (_, answer) -> obtained(id, answer))
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
    }

    /** Whoever does not answer knows nothing better than that it is on its way. */
    private static Reply obtained(String derivedId, Answer<AwaitedInstance> answer) {
        @Nullable View view = answer instanceof Answer.Answered<AwaitedInstance>(var awaited) ? awaited.view() : null;
        return view == null
                ? new Reply.Obtained(derivedId, new Standing.Preparing())
                : new Reply.Obtained(view.instanceId(), standing(view));
    }

    private static Standing standing(View view) {
        return switch (view.phase()) {
            case PROVISIONING -> new Standing.Preparing();
            case ACTIVE, FROZEN -> new Standing.Ready(view);
            case FAILED -> new Standing.Failed(Objects.requireNonNullElse(view.failure(), FailureReason.OTHER));
            case RELEASED ->
                new Standing.Gone(Optional.ofNullable(view.appInfo())
                        .map(AppInfo::frontEndUrl)
                        .orElse(null));
        };
    }
}

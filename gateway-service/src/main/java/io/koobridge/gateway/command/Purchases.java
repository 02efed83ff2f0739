package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Stores a purchase and says which instance it is. Storing is what counts; that somebody knows the instance already is only asked, at the same
 * time and not for long, to give a better answer (design §3.5).
 */
final class Purchases {

    private static final Duration ASK_FOR = Duration.ofMillis(300);

    private final InstanceNames names;
    private final FactPublisher<InstanceFact> publisher;
    private final Instances instances;

    Purchases(InstanceNames names, FactPublisher<InstanceFact> publisher, Instances instances) {
        this.names = names;
        this.publisher = publisher;
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.Purchase purchase, Circumstances circumstances) {
        var order = purchase.order();
        var kind = circumstances.address().sold();
        var id = names.of(kind, order);
        var fact = circumstances.<InstanceFact>event(
                FactIds.ofPurchase(kind, order), id, new InstancePurchased(kind, order, null, null, delivery(kind)));
        var question = new InstanceResolution.Question(kind, order);
        // Without its first part the whole ends there and then: what is not stored does not wait for an answer.
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        instances.resolve(question, circumstances.deadline().atMost(ASK_FOR)),
                        (_, resolution) -> purchased(id, resolution))
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
    }

    /** Of what is bought without its licence, each is applied for (license §3.5). */
    private static @Nullable LicenseDelivery delivery(InstanceKind kind) {
        return switch (kind) {
            case SAAS -> null;
            case LICENSE -> LicenseDelivery.ON_APPLICATION;
        };
    }

    /**
     * Another instance than the derived one has the order when it was imported; then its id is the answer. One that failed for good is under way
     * again, because the ledger takes this purchase for somebody's retrying it.
     */
    private static Reply purchased(String derivedId, Answer<InstanceResolution> answer) {
        if (answer instanceof Answer.Answered<InstanceResolution>(var known) && known.instanceId() != null) {
            return new Reply.Purchased(known.instanceId(), known.ready() || known.phase() == Phase.RELEASED);
        }
        return new Reply.Purchased(derivedId, false);
    }
}

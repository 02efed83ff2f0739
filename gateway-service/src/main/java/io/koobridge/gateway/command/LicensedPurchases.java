package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Stores the purchase of something whose licence is the answer, and waits for that licence (design §3.8). While the purchase is being stored, provisioning
 * is asked which instance it is, and license-service for the licence of that one: what it made before it tells at once.
 */
final class LicensedPurchases {

    private static final Duration RESOLVED_WITHIN = Duration.ofMillis(300);

    /** Beyond the time that an answer is held for. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(500);

    private final InstanceNames names;
    private final FactPublisher<InstanceFact> publisher;
    private final Instances instances;
    private final Licenses licenses;

    LicensedPurchases(
            InstanceNames names, FactPublisher<InstanceFact> publisher, Instances instances, Licenses licenses) {
        this.names = names;
        this.publisher = publisher;
        this.instances = instances;
        this.licenses = licenses;
    }

    Mono<Reply> carryOut(Command.LicensedPurchase purchase, Circumstances circumstances) {
        var order = purchase.order();
        var kind = circumstances.address().sold();
        var id = names.of(kind, order);
        var bought = new InstancePurchased(kind, order, purchase.bought(), null, LicenseDelivery.WITH_PURCHASE);
        var fact = circumstances.<InstanceFact>event(FactIds.ofPurchase(kind, order), id, bought);
        var question = new InstanceResolution.Question(kind, order);
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        instances
                                .resolve(question, circumstances.deadline().atMost(RESOLVED_WITHIN))
                                .map(answer -> owner(answer, id))
                                .flatMap(owner -> awaited(owner, purchase.hold(), circumstances.deadline())),
                        (_, reply) -> reply)
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
    }

    /** Another instance than the derived one has the order when it was imported; its licence is made under its own id (design §4). */
    private static String owner(Answer<InstanceResolution> answer, String derivedId) {
        return answer instanceof Answer.Answered<InstanceResolution>(var known) && known.instanceId() != null
                ? known.instanceId()
                : derivedId;
    }

    private Mono<Reply> awaited(String id, Duration hold, Deadline deadline) {
        return licenses.await(
                        new PurchasedLicense.Wait(id, hold.toMillis()), deadline.atMost(hold.plus(ANSWERED_WITHIN)))
                .map(answer -> new Reply.Obtained(id, standing(answer)));
    }

    /** Who does not answer may still make it. */
    private static Standing standing(Answer<PurchasedLicense> answer) {
        if (!(answer instanceof Answer.Answered<PurchasedLicense>(var purchased))) {
            return new Standing.Preparing();
        }
        if (purchased.license() != null) {
            return new Standing.Licensed(purchased.license());
        }
        return purchased.refused() ? new Standing.Failed(FailureReason.OTHER) : new Standing.Preparing();
    }
}

package io.koobridge.gateway.command;

import io.koobridge.events.FactIds;
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
 * Stores the purchase of something whose licence is the answer, and waits for that licence (design §3.8). License-service is asked while the purchase is
 * being stored: what it made before it tells at once.
 */
final class LicensedPurchases {

    /** Beyond the time that an answer is held for. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(500);

    private final InstanceNames names;
    private final FactPublisher<InstanceFact> publisher;
    private final Licenses licenses;

    LicensedPurchases(InstanceNames names, FactPublisher<InstanceFact> publisher, Licenses licenses) {
        this.names = names;
        this.publisher = publisher;
        this.licenses = licenses;
    }

    Mono<Reply> carryOut(Command.LicensedPurchase purchase, Circumstances circumstances) {
        var order = purchase.order();
        var hold = purchase.hold();
        var kind = circumstances.address().sold();
        var id = names.of(kind, order);
        var bought = new InstancePurchased(kind, order, purchase.bought(), null, LicenseDelivery.WITH_PURCHASE);
        var fact = circumstances.<InstanceFact>event(FactIds.ofPurchase(kind, order), id, bought);
        var wait = new PurchasedLicense.Wait(id, hold.toMillis());
        return Mono.zip(
                        publisher.publish(fact).ofType(Publication.Stored.class),
                        licenses.await(wait, circumstances.deadline().atMost(hold.plus(ANSWERED_WITHIN))),
                        (_, answer) -> (Reply) new Reply.Obtained(id, standing(answer)))
                .defaultIfEmpty(new Reply.Refused(Refusal.NOT_STORED));
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

package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Stores what happened to something, unless those who know it say that this cannot be (design §3.5). Only a refusal keeps a fact from being
 * stored: what would change nothing now may change something behind the facts that are still on their way.
 *
 * @param <F> the facts of one family
 */
final class Changes<F> {

    /** The label of {@link io.koobridge.events.Outcome.Stale}. */
    private static final String STALE = "stale";

    /** Together with what storing may take this leaves a call time to be answered in: what is stored is not to be told as late. */
    private static final Duration ASK_FOR = Duration.ofMillis(300);

    private final FactPublisher<F> publisher;
    private final Owner<F> owner;
    private final Predicate<String> mayBeOnItsWay;

    /** The service that knows what the facts are about; never ends in an error signal. */
    @FunctionalInterface
    interface Owner<F> {
        Mono<Answer<Admission>> admit(Event<F> fact, Duration within);
    }

    private Changes(FactPublisher<F> publisher, Owner<F> owner, Predicate<String> mayBeOnItsWay) {
        this.publisher = publisher;
        this.owner = owner;
        this.mayBeOnItsWay = mayBeOnItsWay;
    }

    /** An id of our making whose purchase is still on its way is not unknown (design §4). */
    static Changes<InstanceFact> ofInstances(FactPublisher<InstanceFact> publisher, Instances instances) {
        return new Changes<>(publisher, instances::admit, InstanceIds::isDerived);
    }

    /** Codes are made by the marketplace: nothing tells one that is on its way from one of nobody's. */
    static Changes<CodeFact> ofLicenseCodes(FactPublisher<CodeFact> publisher, Licenses licenses) {
        return new Changes<>(publisher, licenses::admit, _ -> false);
    }

    Mono<Reply> carryOut(Event<F> fact, Deadline deadline) {
        return owner.admit(fact, deadline.atMost(ASK_FOR)).flatMap(answer -> refusal(fact.subject(), answer)
                .<Mono<Reply>>map(reason -> Mono.just(new Reply.Declined(reason)))
                .orElseGet(() -> store(fact, isStale(answer))));
    }

    /** Whoever does not answer does not refuse. */
    private Optional<Reason> refusal(String subject, Answer<Admission> answer) {
        return answer instanceof Answer.Answered<Admission>(var admission)
                ? Optional.ofNullable(admission.reason())
                        .filter(reason -> reason != Reason.UNKNOWN_INSTANCE || !mayBeOnItsWay.test(subject))
                : Optional.empty();
    }

    private static boolean isStale(Answer<Admission> answer) {
        return answer instanceof Answer.Answered<Admission>(var admission)
                && admission.outcome().equals(STALE);
    }

    private Mono<Reply> store(Event<F> fact, boolean stale) {
        return publisher.publish(fact).map(publication -> switch (publication) {
            case Publication.Stored _ -> new Reply.Noted(stale);
            case Publication.NotStored _ -> new Reply.Refused(Refusal.NOT_STORED);
        });
    }
}

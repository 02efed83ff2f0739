package io.koobridge.provisioning.reconcile;

import static io.koobridge.provisioning.reconcile.InstanceFinding.EXPIRED_NOT_FROZEN;

import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.provisioning.ledger.ExpiredInstances;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.reconcile.Patrol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Looks for instances whose time is over and which nobody froze. Nothing is frozen by a timer, for only a call changes what
 * is wanted (design §4); but the marketplace's freeze may have been lost, and what is used unpaid is the seller's loss
 * (saas-v2 §10).
 */
public final class ExpiryPatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(ExpiryPatrol.class);

    private static final Duration GRACE = Duration.ofHours(26);

    private final ExpiredInstances expired;
    private final Ledger<Instance> ledger;
    private final FindingBook findings;
    private final Clock clock;

    public ExpiryPatrol(ExpiredInstances expired, Ledger<Instance> ledger, FindingBook findings, Clock clock) {
        this.expired = expired;
        this.ledger = ledger;
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public Mono<Long> once() {
        return Mono.defer(() -> {
            var latest = clock.instant().minus(GRACE);
            return closeWhatIsOver(latest).then(openWhatIsNot(latest));
        });
    }

    @Override
    public String meaning() {
        return "instances are usable more than a day after their end";
    }

    private Mono<Long> openWhatIsNot(Instant latest) {
        return expired.before(latest)
                .concatMap(id -> overdue(id, latest)
                        .flatMap(end -> findings.open(id, EXPIRED_NOT_FROZEN, "paid for until " + end + ", not frozen")
                                .thenReturn(id)))
                .count();
    }

    private Mono<Void> closeWhatIsOver(Instant latest) {
        return findings.subjects(EXPIRED_NOT_FROZEN)
                .filterWhen(id -> overdue(id, latest).hasElement().map(still -> !still))
                .concatMap(id -> findings.close(id, EXPIRED_NOT_FROZEN))
                .then();
    }

    /** The end of what was paid for; empty unless it is over and the instance usable. A broken document hides no other. */
    private Mono<Instant> overdue(String id, Instant latest) {
        return ledger.find(id)
                .map(Entry::state)
                .flatMap(instance -> Mono.justOrEmpty(overdue(instance, latest)))
                .onErrorResume(UnreadableEntryException.class, broken -> {
                    log.atError().addKeyValue("instanceId", id).setCause(broken).log("an instance cannot be read");
                    return Mono.empty();
                });
    }

    private static Optional<Instant> overdue(Instance instance, Instant latest) {
        var spec = instance.spec();
        return Optional.ofNullable(spec.expiry())
                .map(Part::value)
                .filter(end -> end.isBefore(latest) && instance.phase() == Phase.ACTIVE);
    }
}

package io.koobridge.provisioning.reconcile;

import static io.koobridge.provisioning.Instances.EXPIRY;
import static io.koobridge.provisioning.Instances.ID;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.ExpiredInstances;
import io.koobridge.provisioning.ledger.InstanceShape;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is used unpaid for more than a day is seen by a person (design §4, "Expiry"). */
@Tag("promise:unpaid-use-is-seen")
class ExpiryPatrolTest {

    private static final String FINDING = "EXPIRED_NOT_FROZEN|" + ID;

    private final TestDatabase store = new TestDatabase(ExpiryPatrolTest.class);
    private final MutableClock clock = MutableClock.at(EXPIRY);
    private final RecordingFindings findings = new RecordingFindings();
    private final AtomicInteger tickets = new AtomicInteger();
    private final ExpiredInstances expired;
    private final Ledger<Instance> ledger;
    private final ExpiryPatrol patrol;

    ExpiryPatrolTest() {
        var entries = new MongoLedgerStore<>(store.instances(), Instance.class);
        expired = new ExpiredInstances(store.instances());
        ledger = new Ledger<>(entries, new InstanceShape(), clock, () -> "ticket-" + tickets.incrementAndGet());
        patrol = new ExpiryPatrol(expired, ledger, findings, clock);
        expired.prepare(store.database()).block();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void twentySixHoursAfterItsEndAnInstanceThatNobodyFrozeIsAFinding() {
        become(Instances.active());

        clock.advance(Duration.ofHours(26));
        assertThat(patrol.once().block()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(patrol.once().block()).isOne();

        assertThat(findings.open()).containsEntry(FINDING, "paid for until 2027-11-22T15:59:59Z, not frozen");
    }

    @Test
    void howeverLongItIsOverNoTimerFreezesIt() {
        become(Instances.active());
        var before = ledger.find(ID).block();

        for (int day = 0; day < 400; day += 40) {
            clock.advance(Duration.ofDays(40));
            assertThat(patrol.once().block()).isEqualTo(1);
        }

        assertThat(ledger.find(ID).block()).isEqualTo(before);
    }

    @Test
    void whatIsFrozenOrReleasedIsNone() {
        become(Instances.frozen());
        clock.advance(Duration.ofDays(300));

        assertThat(patrol.once().block()).isZero();
        become(Instances.released());
        assertThat(patrol.once().block()).isZero();
    }

    @Test
    void itIsOverWhenTheFreezeComesAfterAll() {
        become(Instances.active());
        clock.advance(Duration.ofDays(2));
        patrol.once().block();

        become(after(Instances.active(), fact("freeze", 60, new InstanceFrozen())));
        patrol.once().block();

        assertThat(findings.open()).isEmpty();
    }

    @Test
    void itIsOverWhenItIsRenewed() {
        become(Instances.active());
        clock.advance(Duration.ofDays(2));
        patrol.once().block();

        become(after(Instances.active(), fact("renewal", 60, Instances.RENEWAL)));
        patrol.once().block();

        assertThat(findings.open()).isEmpty();
    }

    private void become(Instance instance) {
        ledger.apply(ID, _ -> new Applied<>(instance)).block();
    }
}

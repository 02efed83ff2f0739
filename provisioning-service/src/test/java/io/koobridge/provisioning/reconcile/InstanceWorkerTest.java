package io.koobridge.provisioning.reconcile;

import static io.koobridge.provisioning.Instances.ACCESS;
import static io.koobridge.provisioning.Instances.BOUGHT;
import static io.koobridge.provisioning.Instances.FAILURE;
import static io.koobridge.provisioning.Instances.ORDERED;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceWorkerTest {

    private static final AppInfo INFO = new AppInfo("https://app.example.com/1", null, "admin", "Init-3141", null);

    /** What happened outside, in order. */
    private final List<String> done = new ArrayList<>();

    private OrderQuery.Answer order = new OrderQuery.Answer.Found(BOUGHT);
    private Provisioner.Answer product = new Provisioner.Answer.Ready(INFO);

    private final InstanceWorker worker = new InstanceWorker(
            (id, key) -> {
                done.add("order " + key.orderId());
                return order;
            },
            wish -> {
                done.add("%s %s@%d".formatted(wish.change(), wish.wanted(), wish.generation()));
                return product;
            },
            (id, info) -> new Access(
                    info.frontEndUrl(), info.adminUrl(), info.userName(), new SealedText("sealed for " + id), null),
            MutableClock.at(ORDERED));

    private final Attempt attempt = new Attempt() {
        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {
            done.add("lease");
        }
    };

    @Test
    void whatIsSettledNeedsNobody() {
        assertThat(worker.reconcile(Instances.active(), attempt)).isEqualTo(new Step.Settled<>(Instances.active()));
        assertThat(worker.reconcile(Instances.failed(), attempt)).isEqualTo(new Step.Settled<>(Instances.failed()));
        assertThat(done).isEmpty();
    }

    @Test
    void whatWasBoughtIsLearnedFirst() {
        var step = worker.reconcile(Instances.ordered(), attempt);

        assertThat(step).isInstanceOfSatisfying(Step.Progressed.class, progressed -> {
            var next = (Instance) progressed.state();
            assertThat(next.spec().bought()).isEqualTo(new Part<>(BOUGHT, ORDERED));
            assertThat(next.phase()).isEqualTo(Phase.PROVISIONING);
        });
        assertThat(done).containsExactly("lease", "order CS1");
    }

    @Test
    void anOrderThatCannotBeLearnedNowIsTriedAgain() {
        order = new OrderQuery.Answer.NotNow("busy");

        assertThat(worker.reconcile(Instances.ordered(), attempt))
                .isEqualTo(new Step.Failed<Instance>("order query: busy"));
        assertThat(done).containsExactly("lease", "order CS1");
    }

    @Test
    void thenTheProductIsAskedForAllOfIt() {
        var step = worker.reconcile(Instances.learned(), attempt);

        var made = settled(step);
        assertThat(made.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(made.settled()).isTrue();
        assertThat(made.status().access())
                .isEqualTo(new Access(
                        "https://app.example.com/1", null, "admin", new SealedText("sealed for kb-test"), null));
        assertThat(done).containsExactly("lease", "CREATE ACTIVE@2");
    }

    @Test
    void aProductThatWorksOnItIsAskedAgainLater() {
        product = new Provisioner.Answer.Working(Duration.ofSeconds(30));

        assertThat(worker.reconcile(Instances.learned(), attempt))
                .isEqualTo(new Step.Waiting<Instance>(Duration.ofSeconds(30)));
    }

    @Test
    void aRefusalForGoodStopsTheInstanceAsFailedAndSaysWhy() {
        product = new Provisioner.Answer.Refused(FAILURE.reason(), FAILURE.detail());

        var step = worker.reconcile(Instances.learned(), attempt);

        assertThat(step).isInstanceOf(Step.Stopped.class);
        var stopped = (Step.Stopped<Instance>) step;
        assertThat(stopped.why()).contains(FAILURE.reason().name(), FAILURE.detail());
        var refused = stopped.state();
        assertThat(refused.phase()).isEqualTo(Phase.FAILED);
        assertThat(refused.settled()).isTrue();
        assertThat(refused.status().failure()).isEqualTo(FAILURE);
    }

    @Test
    void aFailureIsTriedAgain() {
        product = new Provisioner.Answer.Failed("HTTP 503");

        assertThat(worker.reconcile(Instances.learned(), attempt))
                .isEqualTo(new Step.Failed<Instance>("provisioner: HTTP 503"));
    }

    @Test
    void aNewInstanceWithoutAnAddressIsNotReady() {
        product = new Provisioner.Answer.Ready(null);

        assertThat(worker.reconcile(Instances.learned(), attempt)).isInstanceOf(Step.Failed.class);
    }

    @Test
    void aFrozenInstanceKeepsItsAccessDataWhenTheProductSendsNone() {
        product = new Provisioner.Answer.Ready(null);

        var frozen =
                settled(worker.reconcile(after(Instances.active(), fact("freeze", 60, new InstanceFrozen())), attempt));

        assertThat(frozen.phase()).isEqualTo(Phase.FROZEN);
        assertThat(frozen.status().access()).isEqualTo(ACCESS);
        assertThat(done).containsExactly("lease", "FREEZE FROZEN@3");
    }

    @Test
    void anInstanceThatIsReleasedBeforeItsOrderIsKnownIsReleasedWithoutIt() {
        product = new Provisioner.Answer.Ready(null);

        var released = settled(
                worker.reconcile(after(Instances.ordered(), fact("release", 60, new InstanceReleased())), attempt));

        assertThat(released.phase()).isEqualTo(Phase.RELEASED);
        assertThat(done).containsExactly("lease", "RELEASE RELEASED@2");
    }

    @Test
    void aLicenceInstanceIsReadyOnceItsOrderIsKnownAndHasNoProvisioner() {
        var learned = progressed(worker.reconcile(Instances.orderedLicense(), attempt));

        var made = settled(worker.reconcile(learned, attempt));

        assertThat(made.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(made.status().access()).isNull();
        assertThat(done).containsExactly("lease", "order CS1");
    }

    @Test
    void whoLostTheLeaseCallsNobody() {
        var lost = new Attempt() {
            @Override
            public int number() {
                return 1;
            }

            @Override
            public void holdLease() {
                throw new IllegalStateException("lost");
            }
        };

        assertThatThrownBy(() -> worker.reconcile(Instances.ordered(), lost)).hasMessage("lost");
        assertThatThrownBy(() -> worker.reconcile(Instances.learned(), lost)).hasMessage("lost");
        assertThat(done).isEmpty();
    }

    private static Instance settled(Step<Instance> step) {
        assertThat(step).isInstanceOf(Step.Settled.class);
        return ((Step.Settled<Instance>) step).state();
    }

    private static Instance progressed(Step<Instance> step) {
        assertThat(step).isInstanceOf(Step.Progressed.class);
        return ((Step.Progressed<Instance>) step).state();
    }
}

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
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class InstanceWorkerTest {

    private static final AppInfo INFO = new AppInfo("https://app.example.com/1", null, "admin", "Init-3141", null);

    private static final OrderQuery.Answer BY_USE = new OrderQuery.Answer.Found(
            new OrderDetails("NEW", ChargingMode.ON_DEMAND, BOUGHT.product(), null, null, null), 1);

    /** What happened outside, in order. */
    private final List<String> done = new ArrayList<>();

    private final Map<OrderKey, String> claimed = new HashMap<>();
    private final List<String> otherOwners = new ArrayList<>();

    private OrderQuery.Answer order = new OrderQuery.Answer.Found(BOUGHT, 1);
    private Provisioner.Answer product = new Provisioner.Answer.Ready(INFO);

    private final RecordingFindings findings = new RecordingFindings();

    private final InstanceWorker worker = new InstanceWorker(
            new InstanceWorker.Orders(
                    (id, lookUp) -> {
                        done.add("order " + lookUp.order().orderId());
                        return order;
                    },
                    (instance, names) -> {
                        names.forEach(name -> claimed.put(name, instance.id()));
                        return Flux.fromIterable(otherOwners);
                    }),
            new Remarks(findings),
            new InstanceWorker.Product(
                    wish -> {
                        done.add("%s %s@%d".formatted(wish.change(), wish.wanted(), wish.generation()));
                        return product;
                    },
                    (id, info) -> new Access(
                            info.frontEndUrl(),
                            info.adminUrl(),
                            info.userName(),
                            new SealedText("sealed for " + id),
                            null)),
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
        assertThat(done).isEmpty();
    }

    @Test
    void whatWasRefusedForGoodIsToldAgainAndNobodyIsAsked() {
        assertThat(worker.reconcile(Instances.failed(), attempt))
                .isEqualTo(new Step.Stopped<>(Instances.failed(), "SOLD_OUT: none left"));
        assertThat(done).isEmpty();
    }

    @Test
    void whatTheCallToldIsMadeAndNobodyAsksAboutItsOrder() {
        var made = worker.reconcile(ordered(BOUGHT), attempt);

        assertThat(made).isInstanceOf(Step.Settled.class);
        assertThat(done).containsExactly("lease", "CREATE ACTIVE@1");
    }

    @Test
    void whereTheCallLeftSomethingOutThatIsMadeWhichItToldAndThenTheOrderIsAskedAbout() {
        var untold = new OrderDetails("NEW", null, BOUGHT.product(), null, null, null);

        var made = progressed(worker.reconcile(ordered(untold), attempt));
        var learned = progressed(worker.reconcile(made, attempt));

        assertThat(learned.spec().lookUps()).isEmpty();
        assertThat(Instances.bought(learned).chargingMode()).isEqualTo(BOUGHT.chargingMode());
        assertThat(done).containsExactly("lease", "CREATE ACTIVE@1", "lease", "order CS1");
    }

    private static Instance ordered(OrderDetails told) {
        var purchase = new InstancePurchased(InstanceKind.SAAS, Instances.ORDER, told, AccessForm.ENCRYPTED);
        return after(null, fact("purchase", 0, purchase));
    }

    @Test
    void aFreezeDoesNotWaitForARenewalThatCannotBeLearned() {
        order = new OrderQuery.Answer.NotNow("busy");
        product = new Provisioner.Answer.Ready(null);
        var renewed = after(Instances.active(), fact("renewal", 60, Instances.RENEWAL));
        var frozen = after(renewed, fact("freeze", 70, new InstanceFrozen()));

        var real = progressed(worker.reconcile(frozen, attempt));

        assertThat(real.status().observed()).isEqualTo(WantedState.FROZEN);
        assertThat(done).containsExactly("lease", "FREEZE FROZEN@4");
        assertThat(worker.reconcile(real, attempt)).isEqualTo(new Step.Failed<Instance>("order query: busy"));
    }

    @Test
    void anOrderThatCannotBeLearnedDoesNotHideTheNextOne() {
        var both = after(
                        after(Instances.active(), fact("renewal", 60, Instances.RENEWAL)),
                        fact("upgrade", 70, Instances.UPGRADE))
                .madeReal(null);
        var notNow = new OrderQuery.Answer.NotNow("no such order");
        var found = order;
        var oneOfThem = new InstanceWorker(
                new InstanceWorker.Orders(
                        (id, lookUp) -> lookUp.order().equals(Instances.UPGRADE_ORDER) ? found : notNow,
                        (_, _) -> Flux.empty()),
                new Remarks(findings),
                new InstanceWorker.Product(_ -> product, (_, _) -> ACCESS),
                MutableClock.at(ORDERED));

        var learned = progressed(oneOfThem.reconcile(both, attempt));

        assertThat(learned.spec().lookUps()).singleElement().satisfies(left -> assertThat(left.order())
                .isEqualTo(Instances.RENEWAL_ORDER));
    }

    @Test
    void aProductThatWorksOnItIsNotAskedEarlierBecauseAnOrderIsUnknown() {
        order = new OrderQuery.Answer.NotNow("busy");
        product = new Provisioner.Answer.Working(Duration.ofHours(1));
        var renewed = after(Instances.active(), fact("renewal", 60, Instances.RENEWAL));

        assertThat(worker.reconcile(renewed, attempt)).isEqualTo(new Step.Waiting<Instance>(Duration.ofHours(1)));
    }

    @Test
    void aRefusalForGoodIsSeenAlthoughAnOrderIsStillUnknown() {
        product = new Provisioner.Answer.Refused(FAILURE.reason(), FAILURE.detail());
        var renewed = after(Instances.active(), fact("renewal", 60, Instances.RENEWAL));

        var refused = progressed(worker.reconcile(renewed, attempt));

        assertThat(refused.status().failure()).isEqualTo(FAILURE);
        order = new OrderQuery.Answer.NotNow("busy");
        assertThat(worker.reconcile(refused, attempt)).isInstanceOf(Step.Failed.class);
        assertThat(findings.open()).containsEntry("STOPPED|kb-test", "SOLD_OUT: none left");
    }

    /** V1 names the product, V2's call does not (saas-v1 §3.1, saas-v2 §3.4). */
    @Tag("promise:one-order-one-instance")
    @Test
    void whatAPayPerUseOrderTeachesOfItsNamesIsClaimedBeforeItIsLearned() {
        order = BY_USE;

        var learned = progressed(worker.reconcile(Instances.ordered(), attempt));

        assertThat(claimed)
                .isEqualTo(Map.of(
                        new OrderKey("CS1", null, "OFFI1"),
                        Instances.ID,
                        new OrderKey("CS1", "CS1-000001", "OFFI1"),
                        Instances.ID));
        assertThat(learned.spec().lookUps()).isEmpty();
    }

    @Test
    void whereAnotherInstanceHasALearnedNameAPersonLooksAtBoth() {
        order = BY_USE;
        otherOwners.add("kb-other");

        var learned = progressed(worker.reconcile(Instances.ordered(), attempt));

        assertThat(learned.spec().lookUps()).isEmpty();
        assertThat(findings.open())
                .isEqualTo(Map.of(
                        "PERHAPS_ONE_PURCHASE|kb-test",
                        "kb-test and kb-other have order CS1 and the same product: perhaps it was paid for once"));
    }

    @Test
    void anOrderWhoseNamesAreNotStoredIsNotLearned() {
        var storeless = new InstanceWorker(
                new InstanceWorker.Orders(
                        (_, _) -> BY_USE, (_, _) -> Flux.error(new IllegalStateException("store away"))),
                new Remarks(findings),
                new InstanceWorker.Product(_ -> product, (_, _) -> ACCESS),
                MutableClock.at(ORDERED));

        assertThatThrownBy(() -> storeless.reconcile(Instances.ordered(), attempt))
                .hasMessage("store away");
    }

    @Test
    void anOrderThatMadeNoInstanceTeachesNoName() {
        order = BY_USE;
        var upgraded = after(Instances.active(), fact("upgrade", 60, Instances.UPGRADE))
                .madeReal(null);

        worker.reconcile(upgraded, attempt);

        assertThat(claimed).isEmpty();
    }

    @Test
    void severalProductsInAPayPerUseLineAreAFinding() {
        order = new OrderQuery.Answer.Found(
                new OrderDetails("NEW", ChargingMode.ON_DEMAND, BOUGHT.product(), null, null, null), 2);

        worker.reconcile(Instances.ordered(), attempt);

        assertThat(findings.open())
                .isEqualTo(Map.of("SEVERAL_PRODUCTS|kb-test", "order CS1 has 2 products, the first was taken"));
    }

    @Tag("promise:disagreements-are-told")
    @Test
    void anOrderThatDisagreesIsAFindingAndTheCallCounts() {
        var renewed = after(Instances.active(), fact("renewal", 60, Instances.RENEWAL))
                .madeReal(null);

        var learned = progressed(worker.reconcile(renewed, attempt));

        assertThat(Instances.expiry(learned)).isEqualTo(Instances.RENEWED);
        assertThat(findings.open()).hasEntrySatisfying("ORDER_DISAGREES|kb-test", detail -> assertThat(detail)
                .contains("order CS2 is of the type NEW, but was named for a RENEWAL", "the call said 2028-11-22"));
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
                worker.reconcile(after(Instances.ordered(), fact("release", 60, new InstanceReleased(null))), attempt));

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

    @Tag("promise:one-worker")
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

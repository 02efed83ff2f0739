package io.koobridge.provisioning.reconcile;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one instance what the marketplace wants: learns what was bought, then asks the provisioner for all of it. */
public final class InstanceWorker implements Worker<Instance> {

    private static final String SOURCE = "/provisioning-service/order-query";

    private final OrderQuery orders;
    private final Provisioner provisioner;
    private final AccessSealer sealer;
    private final Clock clock;

    /** Keeps initial passwords out of the ledger's plain text (design §7). */
    @FunctionalInterface
    public interface AccessSealer {
        Access seal(String instanceId, AppInfo appInfo);
    }

    public InstanceWorker(OrderQuery orders, Provisioner provisioner, AccessSealer sealer, Clock clock) {
        this.orders = orders;
        this.provisioner = provisioner;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public Step<Instance> reconcile(Instance instance, Attempt attempt) {
        if (instance.settled()) {
            return new Step.Settled<>(instance);
        }
        if (mustLearn(instance)) {
            attempt.holdLease();
            return switch (orders.find(instance.id(), instance.order())) {
                case OrderQuery.Answer.Found(var details) -> learned(instance, details);
                case OrderQuery.Answer.NotNow(var why) -> new Step.Failed<>("order query: " + why);
            };
        }
        if (instance.kind() == InstanceKind.LICENSE) {
            return new Step.Settled<>(instance.madeReal(null));
        }
        attempt.holdLease();
        return switch (provisioner.apply(Wish.of(instance))) {
            case Provisioner.Answer.Ready(var appInfo) -> ready(instance, appInfo);
            case Provisioner.Answer.Working(var after) -> new Step.Waiting<>(after);
            case Provisioner.Answer.Refused(var reason, var detail) ->
                new Step.Stopped<>(instance.refused(new Failure(reason, detail)), "%s: %s".formatted(reason, detail));
            case Provisioner.Answer.Failed(var why) -> new Step.Failed<>("provisioner: " + why);
        };
    }

    /** What is to be released need not be known any more. */
    private static boolean mustLearn(Instance instance) {
        return instance.spec().bought() == null && instance.spec().wanted().value() != WantedState.RELEASED;
    }

    /** One door: what was learned is a fact like any other, decided like any other (design §4). */
    private Step<Instance> learned(Instance instance, OrderDetails details) {
        var fact = new Event<>(
                FactIds.learned(FactIds.ofPurchase(instance.kind(), instance.order()), instance.order()),
                instance.id(),
                SOURCE,
                instance.orderedAt(),
                clock.instant(),
                null,
                new OrderLearned(instance.order(), details));
        return Decisions.decide(instance, fact) instanceof Outcome.Applied<Instance>(var next)
                ? new Step.Progressed<>(next)
                : new Step.Failed<>("the order taught nothing that the instance lacks");
    }

    private Step<Instance> ready(Instance instance, @Nullable AppInfo appInfo) {
        if (appInfo == null && !instance.ready() && instance.spec().wanted().value() != WantedState.RELEASED) {
            return new Step.Failed<>("provisioner: ready, but without the frontEndUrl that the buyer needs");
        }
        return new Step.Settled<>(instance.madeReal(Optional.ofNullable(appInfo)
                .map(info -> sealer.seal(instance.id(), info))
                .orElse(null)));
    }
}

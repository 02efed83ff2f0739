package io.koobridge.provisioning.reconcile;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one instance what the marketplace wants: learns what was bought, then asks the provisioner for all of it. What was
 * sold already does not wait for an order that cannot be learned: a freeze is made real before the renewal's order is known.
 */
public final class InstanceWorker implements Worker<Instance> {

    private static final String SOURCE = "/provisioning-service/order-query";

    private final OrderQuery orders;
    private final OrderRemarks remarks;
    private final Product product;
    private final Clock clock;

    /** Who makes instances real, and how its answers come into the ledger. */
    public record Product(Provisioner provisioner, AccessSealer sealer) {}

    /** Keeps initial passwords out of the ledger's plain text (design §7). */
    @FunctionalInterface
    public interface AccessSealer {
        Access seal(String instanceId, AppInfo appInfo);
    }

    public InstanceWorker(OrderQuery orders, OrderRemarks remarks, Product product, Clock clock) {
        this.orders = orders;
        this.remarks = remarks;
        this.product = product;
        this.clock = clock;
    }

    @Override
    public Step<Instance> reconcile(Instance instance, Attempt attempt) {
        if (instance.settled()) {
            return ended(instance);
        }
        String unknown = null;
        for (var lookUp : instance.spec().lookUps()) {
            attempt.holdLease();
            switch (orders.find(instance.id(), lookUp.order())) {
                case OrderQuery.Answer.Found found -> {
                    return learned(instance, lookUp, found);
                }
                case OrderQuery.Answer.NotNow(var why) -> unknown = "order query: " + why;
            }
        }
        if (unknown != null && (instance.reconciled() || mustKnowFirst(instance))) {
            return new Step.Failed<>(unknown);
        }
        return made(instance, unknown, attempt);
    }

    /** Nothing can be made of what nobody knows; what is to be released need not be known any more. */
    private static boolean mustKnowFirst(Instance instance) {
        return instance.spec().bought() == null && instance.spec().wanted().value() != WantedState.RELEASED;
    }

    /** One door: what was learned is a fact like any other, decided like any other (design §4). */
    private Step<Instance> learned(Instance instance, LookUp lookUp, OrderQuery.Answer.Found found) {
        remarks.note(instance.id(), lookUp, found);
        var fact = lookUp.learned(instance.id(), found.details(), SOURCE, clock.instant());
        return Decisions.decide(instance, fact) instanceof Outcome.Applied<Instance>(var next)
                ? new Step.Progressed<>(next)
                : new Step.Failed<>("the order taught nothing that the instance lacks");
    }

    /** @param unknown why something is still to be learned, so that this is not the end of the work */
    private Step<Instance> made(Instance instance, @Nullable String unknown, Attempt attempt) {
        if (instance.kind() == InstanceKind.LICENSE) {
            return after(instance.madeReal(null));
        }
        attempt.holdLease();
        return switch (product.provisioner().apply(Wish.of(instance))) {
            case Provisioner.Answer.Ready(var appInfo) -> ready(instance, appInfo);
            case Provisioner.Answer.Working(var again) ->
                unknown == null ? new Step.Waiting<>(again) : new Step.Failed<>(unknown);
            case Provisioner.Answer.Refused(var reason, var detail) ->
                after(instance.refused(new Failure(reason, detail)));
            case Provisioner.Answer.Failed(var why) -> new Step.Failed<>("provisioner: " + why);
        };
    }

    private Step<Instance> ready(Instance instance, @Nullable AppInfo appInfo) {
        if (appInfo == null && instance.needsAccess()) {
            return new Step.Failed<>("provisioner: ready, but without the frontEndUrl that the buyer needs");
        }
        var access = Optional.ofNullable(appInfo)
                .map(info -> product.sealer().seal(instance.id(), info))
                .orElse(null);
        return after(instance.madeReal(access));
    }

    private static Step<Instance> after(Instance next) {
        return next.settled() ? ended(next) : new Step.Progressed<>(next);
    }

    private static Step<Instance> ended(Instance instance) {
        var failure = instance.status().failure();
        return failure == null
                ? new Step.Settled<>(instance)
                : new Step.Stopped<>(instance, "%s: %s".formatted(failure.reason(), failure.detail()));
    }
}

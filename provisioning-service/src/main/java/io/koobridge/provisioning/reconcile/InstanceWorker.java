package io.koobridge.provisioning.reconcile;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Makes one instance what the marketplace wants: learns what was bought, then asks the provisioner for all of it. Only the
 * purchase has to be known first. What is real already does not wait for a later order, which may never be learned: the
 * provisioner is asked before that order, and again when it teaches something.
 */
public final class InstanceWorker implements Worker<Instance> {

    private static final String SOURCE = "/provisioning-service/order-query";
    private static final Duration CLAIMED_WITHIN = Duration.ofSeconds(10);

    private final Orders orders;
    private final Remarks remarks;
    private final Product product;
    private final Clock clock;

    /** Who tells what was bought, and who remembers the names that it taught. */
    public record Orders(OrderQuery query, LearnedNames names) {}

    /** Claims names that no call told, each unless another instance has it. */
    @FunctionalInterface
    public interface LearnedNames {

        /** Answers with the other instances that have one of the names and may be the same purchase. */
        Flux<String> claim(Instance instance, List<OrderKey> names);
    }

    /** Who makes instances real, and how its answers come into the ledger. */
    public record Product(Provisioner provisioner, AccessSealer sealer) {}

    /** Keeps initial passwords out of the ledger's plain text (design §7). */
    @FunctionalInterface
    public interface AccessSealer {
        Access seal(String instanceId, AppInfo appInfo);
    }

    public InstanceWorker(Orders orders, Remarks remarks, Product product, Clock clock) {
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
        var failure = instance.status().failure();
        if (failure != null) {
            // Here, and not where the refusal came in: that may have been a call-back, and whoever took it may have
            // died since.
            remarks.refused(instance.id(), failure);
        }
        return instance.reconciled() || mustKnowFirst(instance) ? learned(instance, attempt) : made(instance, attempt);
    }

    /** Nothing can be made of what nobody knows; what is to be released need not be known any more. */
    private static boolean mustKnowFirst(Instance instance) {
        return instance.spec().mustBeKnownFirst() && instance.spec().wanted().value() != WantedState.RELEASED;
    }

    /** Each order once: those that are found are in the ledger before the others are asked about again. */
    private Step<Instance> learned(Instance instance, Attempt attempt) {
        var next = instance;
        var unknown = "nothing";
        for (var lookUp : instance.spec().lookUps()) {
            attempt.holdLease();
            switch (orders.query().find(instance.id(), lookUp)) {
                case OrderQuery.Answer.Found found -> {
                    remarks.note(instance.id(), lookUp, found);
                    claim(instance, lookUp.namesByProduct(found));
                    next = knowing(next, lookUp, found.details());
                }
                case OrderQuery.Answer.NotNow(var why) -> unknown = why;
            }
        }
        return next.equals(instance) ? new Step.Failed<>("order query: " + unknown) : new Step.Progressed<>(next);
    }

    /** Before the order counts as learned: whoever dies in between asks and claims again. */
    private void claim(Instance instance, List<OrderKey> names) {
        var others = orders.names().claim(instance, names).collectList().block(CLAIMED_WITHIN);
        if (others != null && !others.isEmpty()) {
            remarks.perhapsOnePurchase(instance, others);
        }
    }

    /** One door: what was learned is a fact like any other, decided like any other (design §4). */
    private Instance knowing(Instance instance, LookUp lookUp, OrderDetails details) {
        var fact = lookUp.learned(instance.id(), details, SOURCE, clock.instant());
        return Decisions.decide(instance, fact) instanceof Outcome.Applied<Instance>(var next) ? next : instance;
    }

    private Step<Instance> made(Instance instance, Attempt attempt) {
        if (instance.kind() == InstanceKind.LICENSE) {
            return after(instance.madeReal(null));
        }
        attempt.holdLease();
        return switch (product.provisioner().apply(Wish.of(instance))) {
            case Provisioner.Answer.Ready(var appInfo) -> ready(instance, appInfo);
            case Provisioner.Answer.Working(var again) -> new Step.Waiting<>(again);
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

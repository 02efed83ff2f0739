package io.koobridge.gateway.command;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderIds;
import io.koobridge.gateway.publish.FactPublisher;
import reactor.core.publisher.Mono;

/** Does what a call asks for. */
public final class Commands {

    private final InstanceNames names;
    private final Purchases purchases;
    private final AwaitedPurchases awaitedPurchases;
    private final Changes changes;
    private final LookUps lookUps;
    private final Checks checks;
    private final Notices notices;

    public Commands(
            InstanceNames names,
            FactPublisher<InstanceFact> publisher,
            FactPublisher<OrderFact> orders,
            Instances instances) {
        this.names = names;
        this.purchases = new Purchases(names, publisher, instances);
        this.awaitedPurchases = new AwaitedPurchases(names, publisher, instances);
        this.changes = new Changes(publisher, instances);
        this.lookUps = new LookUps(instances);
        this.checks = new Checks(instances);
        this.notices = new Notices(orders);
    }

    /** Never later than the deadline by its own means, but a caller should not rely on that. */
    public Mono<Reply> carryOut(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase purchase -> purchases.carryOut(purchase, circumstances);
            case Command.AwaitedPurchase purchase -> awaitedPurchases.carryOut(purchase, circumstances);
            case Command.Change change -> changes.carryOut(change, circumstances);
            case Command.Notice notice -> notices.carryOut(notice, circumstances);
            case Command.LookUp lookUp -> lookUps.carryOut(lookUp, circumstances);
            case Command.Check check -> checks.carryOut(check, circumstances);
        };
    }

    /** What a command is about, for the journal: an instance or an order, or the address when none can be meant. */
    public String subject(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase(var order) -> names.of(circumstances.address().sold(), order);
            case Command.AwaitedPurchase purchase ->
                names.of(circumstances.address().sold(), purchase.order());
            case Command.Change change -> change.instanceId();
            case Command.Notice notice -> OrderIds.of(notice.order().order());
            case Command.LookUp lookUp ->
                lookUp.possible().stream()
                        .findFirst()
                        .orElseGet(() -> circumstances.address().path());
            case Command.Check check -> check.instanceId();
        };
    }
}

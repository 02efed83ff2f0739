package io.koobridge.gateway.command;

import io.koobridge.gateway.publish.FactPublisher;
import reactor.core.publisher.Mono;

/** Does what a call asks for. */
public final class Commands {

    private final InstanceNames names;
    private final Purchases purchases;
    private final LookUps lookUps;

    public Commands(InstanceNames names, FactPublisher publisher, Instances instances) {
        this.names = names;
        this.purchases = new Purchases(names, publisher, instances);
        this.lookUps = new LookUps(instances);
    }

    /** Never later than the deadline by its own means, but a caller should not rely on that. */
    public Mono<Reply> carryOut(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase purchase -> purchases.carryOut(purchase, circumstances);
            case Command.LookUp lookUp -> lookUps.carryOut(lookUp, circumstances);
        };
    }

    /** What the command would have led to, had it been meant. */
    public Reply rehearse(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase(var order) ->
                new Reply.Purchased(names.of(circumstances.address().kind(), order), true);
            case Command.LookUp(var ids) ->
                new Reply.LookedUp(ids.stream().map(MadeUp::ready).toList());
        };
    }

    /** What a command is about, for the journal: an instance, or the address when none can be meant. */
    public String subject(Command command, Circumstances circumstances) {
        return switch (command) {
            case Command.Purchase(var order) -> names.of(circumstances.address().kind(), order);
            case Command.LookUp lookUp ->
                lookUp.possible().stream()
                        .findFirst()
                        .orElseGet(() -> circumstances.address().path());
        };
    }
}

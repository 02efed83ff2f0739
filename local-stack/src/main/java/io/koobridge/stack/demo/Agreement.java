package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether all who should know the state of an instance say the same. */
final class Agreement {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatorClient simulator;
    private final Ledger ledger;
    private final List<Witness> witnesses;

    /** @param product what the product itself says; absent where there is none to ask */
    Agreement(SimulatorClient simulator, Ledger ledger, Optional<? extends Witness> product) {
        this(simulator, ledger, Stream.concat(Stream.of(ledger), product.stream()));
    }

    /** @param others who should say what the marketplace says */
    private Agreement(SimulatorClient simulator, Ledger ledger, Stream<? extends Witness> others) {
        this.simulator = simulator;
        this.ledger = ledger;
        this.witnesses = Stream.concat(Stream.of(new Belief()), others).toList();
    }

    /** For what other people know than of instances of a product. */
    Agreement among(Witness... others) {
        return new Agreement(simulator, ledger, Stream.of(others));
    }

    Ledger ledger() {
        return ledger;
    }

    Agreed await(String orderId) {
        return await(orderId, PATIENCE);
    }

    /** Reality follows a moment later: so long may it take. */
    Agreed await(String orderId, Duration within) {
        return Waiting.until(within, () -> ask(orderId), agreed -> agreed.state() != null);
    }

    private Agreed ask(String orderId) {
        JsonNode purchase = simulator.purchase(orderId);
        var statements = new ArrayList<Optional<InstanceState>>();
        witnesses.forEach(witness -> statements.add(witness.of(purchase)));
        var said = statements.stream().flatMap(Optional::stream).toList();
        boolean agreed =
                said.size() == witnesses.size() && said.stream().allMatch(state -> state.agreesWith(said.getFirst()));
        return agreed ? new Agreed(said.getFirst(), List.of()) : new Agreed(null, complaints(orderId, statements));
    }

    private List<String> complaints(String orderId, List<Optional<InstanceState>> statements) {
        var who = Stream.iterate(0, i -> i < witnesses.size(), i -> i + 1).map(i -> "%s says %s"
                .formatted(
                        witnesses.get(i).name(),
                        statements.get(i).map(InstanceState::toString).orElse("nothing")));
        return Stream.concat(Stream.of("expected: agreement about " + orderId), who)
                .toList();
    }
}

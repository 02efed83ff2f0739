package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ids of the facts that changed an instance, newest first. Those that hang on an order are remembered longer: a restart
 * comes days later with a fresh signature and must not apply an old order again (saas-v2 §10), while a state that was set
 * by a call is only repeated by its redelivery.
 *
 * @param calls the last 16 (design §4)
 * @param orders the last 64
 */
public record Memory(List<String> calls, List<String> orders) {

    static final Memory EMPTY = new Memory(List.of(), List.of());

    /** Of an instance that was imported, and to which nothing happened since. No fact has an id of this form. */
    static final Memory IMPORTED = new Memory(List.of(), List.of("imported"));

    private static final int CALLS = 16;
    private static final int ORDERS = 64;

    /** Something was seen that no fact told. */
    Memory withReality() {
        return equals(IMPORTED) ? EMPTY : this;
    }

    boolean holds(String factId) {
        return calls.contains(factId) || orders.contains(factId);
    }

    Memory with(Event<? extends InstanceFact> event) {
        return switch (event.data()) {
            case InstanceFrozen _, InstanceUnfrozen _ -> new Memory(newest(event.id(), calls, CALLS), orders);
            case InstancePurchased _, InstanceReleased _, TermChanged _, UpgradeOrdered _ ->
                new Memory(calls, newest(event.id(), orders, ORDERS));
            // Learning twice is learning once, and remembering it would only make room for less.
            case OrderLearned _ -> this;
        };
    }

    private static List<String> newest(String id, List<String> others, int most) {
        return Stream.concat(Stream.of(id), others.stream()).limit(most).toList();
    }
}

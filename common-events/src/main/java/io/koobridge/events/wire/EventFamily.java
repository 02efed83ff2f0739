package io.koobridge.events.wire;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.journal.JournalEntry;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The events that may stand on one topic: CloudEvent type to record class. A family is the contract of its topic; a type
 * that is taken out of one breaks the golden files.
 *
 * @param schemaVersion of all types of the family; rises only when a reader of the old form would misread the new one
 */
public record EventFamily<T>(String name, int schemaVersion, Map<String, Class<? extends T>> types) {

    private static final String PREFIX = "io.koobridge.";

    public static final EventFamily<InstanceFact> INSTANCE_FACTS = new EventFamily<>(
            "fact.instance",
            1,
            Map.of(
                    "purchased", InstancePurchased.class,
                    "frozen", InstanceFrozen.class,
                    "unfrozen", InstanceUnfrozen.class,
                    "released", InstanceReleased.class,
                    "order-learned", OrderLearned.class));

    public static final EventFamily<InstanceSnapshot> INSTANCE_STATES =
            new EventFamily<>("state.instance", 1, Map.of("snapshot", InstanceSnapshot.class));

    public static final EventFamily<JournalEntry> JOURNAL = new EventFamily<>(
            "journal",
            1,
            Map.of(
                    "callback-answered", JournalEntry.CallbackAnswered.class,
                    "fact-decided", JournalEntry.FactDecided.class,
                    "attempt-ended", JournalEntry.AttemptEnded.class,
                    "outside-called", JournalEntry.OutsideCalled.class,
                    "state-changed", JournalEntry.StateChanged.class,
                    "finding-opened", JournalEntry.FindingOpened.class,
                    "finding-closed", JournalEntry.FindingClosed.class,
                    "dead-lettered", JournalEntry.DeadLettered.class));

    /** CloudEvent type of a value of this family, for example {@code io.koobridge.fact.instance.purchased}. */
    public String typeOf(T data) {
        return types.entrySet().stream()
                .filter(type -> type.getValue().isInstance(data))
                .map(type -> qualified(type.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not of the family %s".formatted(data.getClass().getName(), name)));
    }

    String shortName(T data) {
        var type = typeOf(data);
        return type.substring(type.lastIndexOf('.') + 1);
    }

    Optional<Class<? extends T>> classOf(String type) {
        return types.entrySet().stream()
                .filter(known -> qualified(known.getKey()).equals(type))
                .<Class<? extends T>>map(Map.Entry::getValue)
                .findFirst();
    }

    String knownTypes() {
        return types.keySet().stream().map(this::qualified).sorted().collect(Collectors.joining(", "));
    }

    private String qualified(String shortName) {
        return PREFIX + name + '.' + shortName;
    }
}

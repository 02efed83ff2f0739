package io.koobridge.events.wire;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.license.LicenseSnapshot;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.order.OrderObserved;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.ApplicationWithdrawn;
import io.koobridge.events.tenant.TenantFact.DepartmentTold;
import io.koobridge.events.tenant.TenantFact.OrganisationTold;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.TenantUnbound;
import io.koobridge.events.tenant.TenantFact.UsersTold;
import io.koobridge.events.tenant.TenantSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events that may stand on one topic: CloudEvent type to record class. A family is the contract of its topic; a type
 * that is taken out of one breaks the golden files.
 *
 * @param name the part of the CloudEvent type that the family shares, for example {@code fact.instance}
 * @param schemaVersion of all types of the family; rises only when a reader of the old form would misread the new one
 * @param types last part of the CloudEvent type to record class; no class twice
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
                    "term-changed", TermChanged.class,
                    "upgrade-ordered", UpgradeOrdered.class,
                    "order-learned", OrderLearned.class));

    public static final EventFamily<InstanceSnapshot> INSTANCE_STATES =
            new EventFamily<>("state.instance", 1, Map.of("snapshot", InstanceSnapshot.class));

    public static final EventFamily<OrderFact> ORDER_FACTS =
            new EventFamily<>("fact.order", 1, Map.of("notified", OrderNotified.class));

    public static final EventFamily<OrderObserved> ORDER_STATES =
            new EventFamily<>("state.order", 1, Map.of("observed", OrderObserved.class));

    public static final EventFamily<LicenseFact> LICENSE_FACTS =
            new EventFamily<>("fact.license", 1, Map.of("applied", LicenseApplied.class));

    public static final EventFamily<LicenseSnapshot> LICENSE_STATES =
            new EventFamily<>("state.license", 1, Map.of("snapshot", LicenseSnapshot.class));

    public static final EventFamily<CodeFact> LICENSE_CODE_FACTS = new EventFamily<>(
            "fact.license-code",
            1,
            Map.of(
                    "term-changed", CodeTermChanged.class,
                    "frozen", CodeFrozen.class,
                    "unfrozen", CodeUnfrozen.class,
                    "released", CodeReleased.class));

    public static final EventFamily<TenantFact> TENANT_FACTS = new EventFamily<>(
            "fact.tenant",
            1,
            Map.of(
                    "bound", TenantBound.class,
                    "unbound", TenantUnbound.class,
                    "application-granted", ApplicationGranted.class,
                    "application-withdrawn", ApplicationWithdrawn.class,
                    "users-told", UsersTold.class,
                    "department-told", DepartmentTold.class,
                    "organisation-told", OrganisationTold.class));

    public static final EventFamily<TenantSnapshot> TENANT_STATES =
            new EventFamily<>("state.tenant", 1, Map.of("snapshot", TenantSnapshot.class));

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
                    "dead-lettered", JournalEntry.DeadLettered.class,
                    "operator-acted", JournalEntry.OperatorActed.class));

    public EventFamily {
        types = Map.copyOf(types);
        if (Set.copyOf(types.values()).size() < types.size()) {
            throw new IllegalArgumentException("family %s gives one class two types".formatted(name));
        }
    }

    /**
     * CloudEvent type of a value of this family, for example {@code io.koobridge.fact.instance.purchased}.
     *
     * @throws IllegalArgumentException when the value's class is not of this family
     */
    public String typeOf(T data) {
        return prefix() + shortName(data);
    }

    String shortName(T data) {
        for (var type : types.entrySet()) {
            if (type.getValue().isInstance(data)) {
                return type.getKey();
            }
        }
        throw new IllegalArgumentException(
                "%s is not of the family %s".formatted(data.getClass().getName(), name));
    }

    Optional<Class<? extends T>> classOf(String type) {
        return type.startsWith(prefix())
                ? Optional.ofNullable(types.get(type.substring(prefix().length())))
                : Optional.empty();
    }

    String knownTypes() {
        return types.keySet().stream().sorted().map(prefix()::concat).collect(Collectors.joining(", "));
    }

    private String prefix() {
        return PREFIX + name + '.';
    }
}

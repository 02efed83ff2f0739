package io.koobridge.provisioning.web.imports;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.Names.Name;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a request may be imported, and which names each one has to claim first. Rows count in their order: what one
 * claims, no later one has.
 */
final class ImportPlan {

    private final Map<String, ImportRow> rows = new HashMap<>();
    private final Map<Name, String> owners;
    private final Function<Name, String> derived;

    /** What is to be done with a row. */
    sealed interface Verdict {
        /**
         * To be imported.
         *
         * @param missing names that nobody has yet
         */
        record Taken(Set<Name> missing) implements Verdict {}

        /** An earlier row of the request says the same. */
        record Repeated() implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    /** Begins with who owns which of the names. */
    ImportPlan(Map<Name, String> owners, Function<Name, String> derived) {
        this.owners = new HashMap<>(owners);
        this.derived = derived;
    }

    static Stream<Name> names(ImportRow row) {
        return row.orders().all().map(order -> new Name(row.kind(), order));
    }

    Verdict judge(ImportRow row, @Nullable Instance known) {
        var earlier = rows.putIfAbsent(row.instanceId(), row);
        if (earlier != null) {
            return earlier.equals(row)
                    ? new Verdict.Repeated()
                    : new Verdict.Refused("instanceId is that of an earlier row, which says something else");
        }
        if (InstanceIds.isDerived(row.instanceId()) && own(row).map(derived).noneMatch(row.instanceId()::equals)) {
            return new Verdict.Refused("instanceId has the form of an id that follows from another order");
        }
        if (known != null && known.kind() != row.kind()) {
            return new Verdict.Refused("kind: the instance is of the kind " + known.kind());
        }
        if (known != null && !known.order().orderId().equals(row.order().orderId())) {
            return new Verdict.Refused(
                    "orderId: the instance was bought by order " + known.order().orderId());
        }
        return names(row)
                .filter(name -> foreign(name, row))
                .findFirst()
                .<Verdict>map(name -> new Verdict.Refused("%s: order %s belongs to instance %s"
                        .formatted(column(name, row), name.order().orderId(), owners.get(name))))
                .orElseGet(() -> taken(row));
    }

    private Verdict taken(ImportRow row) {
        var missing = new LinkedHashSet<Name>();
        names(row).filter(name -> !owners.containsKey(name)).forEach(missing::add);
        missing.forEach(name -> owners.put(name, row.instanceId()));
        return new Verdict.Taken(missing);
    }

    /** Names that imported instances share are refused only where one was bought through the suite. */
    private boolean foreign(Name name, ImportRow row) {
        var owner = owners.get(name);
        return owner != null
                && !owner.equals(row.instanceId())
                && (row.orders().own().contains(name.order()) || InstanceIds.isDerived(owner));
    }

    private static String column(Name name, ImportRow row) {
        return name.order().orderId().equals(row.order().orderId()) ? "orderId" : "otherOrders";
    }

    private static Stream<Name> own(ImportRow row) {
        return row.orders().own().stream().map((OrderKey order) -> new Name(row.kind(), order));
    }
}

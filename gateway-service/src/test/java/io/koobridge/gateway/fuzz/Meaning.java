package io.koobridge.gateway.fuzz;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body says. */
sealed interface Meaning {

    /** Nothing that can be carried out. */
    record Nonsense() implements Meaning {}

    /** A debugging call; asks for these instances when it is a query. */
    record Rehearsal(String activity, List<String> ids) implements Meaning {}

    record Purchase(OrderKey order) implements Meaning {}

    /**
     * What happened to an instance.
     *
     * @param factId absent when nothing but the call itself makes it the same
     */
    record Change(
            String activity, String instanceId, @Nullable String factId, InstanceFact fact) implements Meaning {}

    record Query(List<String> ids) implements Meaning {}

    record Check(
            String instanceId,
            @Nullable String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) implements Meaning {}

    record Application(LicenseApplied applied) implements Meaning {}

    /**
     * What happened to an authorization code.
     *
     * @param factId absent when nothing but the call itself makes it the same
     */
    record CodeChange(
            String activity, String code, @Nullable String factId, CodeFact fact) implements Meaning {}

    /** For the tally and for complaints. */
    default String label() {
        return switch (this) {
            case Nonsense _ -> "none";
            case Rehearsal rehearsal -> rehearsal.activity() + " (debugging)";
            case Purchase _ -> "newInstance";
            case Change change -> change.activity();
            case Query _ -> "queryInstance";
            case Check _ -> "changeInstanceCheck";
            case Application _ -> "getLicenseAsync";
            case CodeChange change -> change.activity();
        };
    }
}

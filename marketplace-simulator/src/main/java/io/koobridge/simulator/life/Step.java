package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing the marketplace tells or asks the seller about an instance: one class per activity of saas-v2. */
public sealed interface Step permits NewInstance, Refresh, SetStatus, Upgrade, ChangeCheck, Release, Details {

    enum Kind {
        NEW_INSTANCE,
        REFRESH,
        FREEZE,
        UNFREEZE,
        UPGRADE,
        CHECK,
        RELEASE,
        DETAILS
    }

    /** What a call names besides its own content: {@code businessId} is new in every call (saas-v2 §3.1). */
    record Naming(String instanceId, String businessId) {}

    Kind kind();

    String activity();

    /** The members of the call. A real request has no {@code testFlag} at all (saas-v2 §1.16). */
    Map<String, Object> members(Naming naming);

    default RetryPlan plan() {
        return RetryPlan.ONE_HOUR;
    }

    /** Whether an order that stays without success is unsubscribed and paid back (saas-v2 §10). */
    default boolean refundedInTheEnd() {
        return false;
    }

    /** The order this step made, if it made one. */
    default @Nullable Order order() {
        return null;
    }

    /** What the marketplace's own books say as soon as the step is asked for. */
    default Books booked(Books before) {
        return before;
    }

    /** What the marketplace believes once the seller has acknowledged a call signed at {@code asOf}. */
    default Belief believed(Belief before, Instant asOf) {
        return before;
    }

    /** A released instance can only be released again, or looked at. */
    static boolean possibleAfterRelease(Step step) {
        return step instanceof Release || step instanceof Details;
    }

    /** For people: {@code REFRESH RENEWAL}. */
    default String title() {
        return kind().name();
    }
}

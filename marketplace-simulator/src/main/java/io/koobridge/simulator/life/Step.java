package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.RetryPlan;
import io.koobridge.simulator.market.Site;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing the marketplace tells or asks the seller about an instance: one class per activity. What a call of V1 says is in {@code v1}. */
public sealed interface Step
        permits NewInstance,
                Refresh,
                SetStatus,
                Upgrade,
                ChangeCheck,
                Release,
                Details,
                Expire,
                Query,
                NewBillingItem,
                HandOutCode {

    enum Kind {
        NEW_INSTANCE,
        REFRESH,
        FREEZE,
        UNFREEZE,
        UPGRADE,
        CHECK,
        RELEASE,
        DETAILS,
        EXPIRE,
        QUERY,
        NEW_BILLING_ITEM,
        HAND_OUT_CODE
    }

    /** What a call names besides its own content: {@code businessId} is new in every call (saas-v2 §3.1). */
    record Naming(String instanceId, String businessId) {}

    /**
     * What the seller acknowledged.
     *
     * @param asOf when the call was signed
     * @param inV1 V1 has no unfreeze call, so its renewals thaw (saas-v1 §3.2)
     */
    record Told(Instant asOf, boolean inV1) {}

    Kind kind();

    /** By its name in V2. */
    String activity();

    /** By its name in V1. */
    default String activityInV1() {
        return activity();
    }

    default String activity(Listing listing) {
        return Repertoire.activity(this, listing);
    }

    /** The members of V2's call. A real request has no {@code testFlag} at all (saas-v2 §1.16). */
    Map<String, Object> members(Naming naming);

    default RetryPlan plan() {
        return RetryPlan.ONE_HOUR;
    }

    /** The international V1 counts sixty calls (saas-v1 §6); its upgrades come hourly as everywhere. */
    default RetryPlan plan(Listing listing) {
        boolean counted = listing.isV1() && listing.site() == Site.INTL;
        return counted && plan().equals(RetryPlan.ONE_HOUR) ? RetryPlan.SIXTY_IN_ONE_HOUR : plan();
    }

    /** As the product's guide says. */
    default RetryPlan documentedPlan(Listing listing) {
        return Repertoire.plan(this, listing);
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

    /** What the marketplace believes once the seller has acknowledged a call. */
    default Belief believed(Belief before, Told told) {
        return before;
    }

    /** A released instance can only be released again, or looked at. */
    static boolean possibleAfterRelease(Step step) {
        return step instanceof Release || step instanceof Details || step instanceof Query;
    }

    /** For people: {@code REFRESH RENEWAL}. */
    default String title() {
        return kind().name();
    }
}

package io.koobridge.events.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the marketplace told, or an order query taught, about one instance; which one is the event's subject. */
public sealed interface InstanceFact {

    /**
     * An order was paid.
     *
     * @param bought as the call told it, in V1; V2 leaves it to the order query (saas-v2 §3.1)
     * @param access how the marketplace takes access data of this instance; absent: {@link AccessForm#PLAIN}
     * @param delivery of licences; absent for what is no licence, and then {@link LicenseDelivery#ON_APPLICATION}
     */
    record InstancePurchased(
            InstanceKind kind,
            OrderKey order,
            @Nullable OrderDetails bought,
            @Nullable AccessForm access,
            @Nullable LicenseDelivery delivery)
            implements InstanceFact {

        /** An order of which the call told nothing else. */
        public InstancePurchased(InstanceKind kind, OrderKey order) {
            this(kind, order, null, null, null);
        }

        /** Something that is used where it is, and needs no licence. */
        public InstancePurchased(
                InstanceKind kind, OrderKey order, @Nullable OrderDetails bought, @Nullable AccessForm access) {
            this(kind, order, bought, access, null);
        }
    }

    /** Expired, or in breach of the rules: unusable, data kept (saas-v2 §2.6). */
    record InstanceFrozen() implements InstanceFact {}

    /** Renewed, or the breach is cured. */
    record InstanceUnfrozen() implements InstanceFact {}

    /**
     * Not renewed, or unsubscribed: delete it.
     *
     * @param order when it was unsubscribed: the cancelling or the cancelled order, sites differ (saas-v2 §6.2)
     */
    record InstanceReleased(@Nullable OrderKey order) implements InstanceFact {}

    /**
     * It is paid for until another time (saas-v2 §5).
     *
     * @param order of the change; for a cancelled renewal the cancelling or the cancelled order, sites differ
     * @param productId present when the change sells another product
     * @param expiresAt absolute; may be earlier than what was known
     * @param thaws whether a frozen instance is usable again without a further call: V1 has no call for that, V2 has one
     * @param bought as the call told it, in V1; then nobody asks about the order
     */
    record TermChanged(
            TermChange change,
            OrderKey order,
            @Nullable String productId,
            Instant expiresAt,
            boolean thaws,
            @Nullable OrderDetails bought)
            implements InstanceFact {

        /** A change of which the order tells what was bought. */
        public TermChanged(
                TermChange change, OrderKey order, @Nullable String productId, Instant expiresAt, boolean thaws) {
            this(change, order, productId, expiresAt, thaws, null);
        }
    }

    /**
     * A better specification or more capacity was paid for.
     *
     * @param bought as the call told it, in V1; V2 leaves it to the order query (saas-v2 §6.5)
     */
    record UpgradeOrdered(OrderKey order, @Nullable OrderDetails bought) implements InstanceFact {

        /** An upgrade of which the order tells what it is to. */
        public UpgradeOrdered(OrderKey order) {
            this(order, null);
        }
    }

    /**
     * What an order query taught (design §4, "one door"). Sets a part of the wanted state only where that part is unset
     * or older.
     */
    record OrderLearned(OrderKey order, OrderDetails details) implements InstanceFact {}
}

package io.koobridge.license.domain;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance whose licences are issued here, as provisioning told of it last.
 *
 * @param snapshot of kind LICENSE
 */
public record KnownInstance(InstanceSnapshot snapshot) {

    /** Of what is no licence nothing is kept; of a licence, what its newest snapshot says. */
    public static Outcome<KnownInstance> told(@Nullable KnownInstance current, InstanceSnapshot snapshot) {
        if (snapshot.kind() != InstanceKind.LICENSE) {
            return new Unchanged<>();
        }
        if (current == null || current.snapshot.version() < snapshot.version()) {
            return new Applied<>(new KnownInstance(withoutContact(snapshot)));
        }
        return current.snapshot.version() == snapshot.version()
                ? new Unchanged<>()
                : new Stale<>("version %d is known".formatted(current.snapshot.version()));
    }

    public String id() {
        return snapshot.instanceId();
    }

    public boolean released() {
        return snapshot.phase() == Phase.RELEASED;
    }

    /**
     * Whether it is known what the order in force sold: until then nobody can say what it entitles to. Of the order before it,
     * that may be known already.
     */
    public boolean orderKnown() {
        var inForce = snapshot.inForce();
        return snapshot.bought() != null && (inForce == null || inForce.sold() != null);
    }

    /** What it is paid by now; licences are counted for it (license §3.5). */
    public OrderKey orderInForce() {
        var inForce = snapshot.inForce();
        return inForce == null ? snapshot.order() : inForce.order();
    }

    /** Whether its licence is the answer to the purchase. */
    public boolean licensedWithPurchase() {
        return snapshot.delivery() == LicenseDelivery.WITH_PURCHASE;
    }

    /**
     * That licence, as long as the order is in force: each has its own, for what is signed has an end that no renewal moves
     * (license §7).
     */
    public String licenceId() {
        var order = orderInForce();
        return order.equals(snapshot.order()) ? LicenseIds.ofPurchase(id()) : LicenseIds.ofRenewal(id(), order);
    }

    /** Whether that licence can be made: all is known that it says. What is signed without an end is valid for ever. */
    public boolean licenceDue() {
        return licensedWithPurchase() && snapshot.phase() == Phase.ACTIVE && orderKnown() && endKnown();
    }

    /** Whether there is an end, or is known to be none. A purchase may tell neither how it is paid nor an end (license §7). */
    private boolean endKnown() {
        return snapshot.expiresAt() != null
                || mode().filter(by -> by != ChargingMode.PERIOD).isPresent();
    }

    /** Where nobody told how it is paid, an end tells that it is by the period (design §4). */
    boolean paidByPeriod() {
        return mode().map(by -> by == ChargingMode.PERIOD).orElse(snapshot.expiresAt() != null);
    }

    private Optional<ChargingMode> mode() {
        return Optional.ofNullable(snapshot.bought()).map(OrderDetails::chargingMode);
    }

    /** As the order in force sold it; absent where that one named none. */
    public Optional<Product> product() {
        var inForce = snapshot.inForce();
        return inForce == null
                ? Optional.ofNullable(snapshot.bought()).map(OrderDetails::product)
                : Optional.ofNullable(inForce.sold()).map(OrderInForce.Sale::product);
    }

    /** How the buyer can be reached is of no use for a licence, so it is not kept here (design §7). */
    private static InstanceSnapshot withoutContact(InstanceSnapshot told) {
        var bought = told.bought();
        return new InstanceSnapshot(
                told.instanceId(),
                told.kind(),
                told.phase(),
                told.order(),
                bought == null ? null : withoutContact(bought),
                told.expiresAt(),
                told.failure(),
                told.version(),
                told.generation(),
                told.observedGeneration(),
                told.inForce(),
                told.delivery());
    }

    private static OrderDetails withoutContact(OrderDetails bought) {
        var buyer = bought.buyer();
        return new OrderDetails(
                bought.orderType(),
                bought.chargingMode(),
                bought.product(),
                bought.period(),
                bought.expiresAt(),
                buyer == null
                        ? null
                        : new Buyer(
                                buyer.customerId(), buyer.customerName(), buyer.userId(), buyer.userName(), null, null),
                bought.particulars());
    }
}

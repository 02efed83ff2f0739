package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Wish;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's product is sent: the whole wish, with the buyer's contact data opened.
 *
 * @param change a hint of what is new, or {@value #CHECK}
 * @param target with {@value #CHECK}: what the instance would be
 */
record ProductCall(
        String instanceId,
        long generation,
        String change,
        WantedState wanted,
        OrderKey order,
        @Nullable String orderType,
        @Nullable String chargingMode,
        OrderDetails.@Nullable Product product,
        OrderDetails.@Nullable Period period,
        @Nullable Instant expiresAt,
        @Nullable Contact buyer,
        Proposal.@Nullable Target target) {

    /** Nothing is to be changed, only said. */
    static final String CHECK = "CHECK";

    /** Who bought; mobile and e-mail only with the buyer's consent. */
    record Contact(
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String userId,
            @Nullable String userName,
            @Nullable String mobile,
            @Nullable String email) {}

    static ProductCall of(Wish wish, Sealing contact) {
        return of(wish, wish.change().name(), null, contact);
    }

    static ProductCall of(Proposal proposal, Sealing contact) {
        return of(proposal.now(), CHECK, proposal.target(), contact);
    }

    private static ProductCall of(Wish wish, String change, Proposal.@Nullable Target target, Sealing contact) {
        var bought = Optional.ofNullable(wish.bought());
        return new ProductCall(
                wish.instanceId(),
                wish.generation(),
                change,
                wish.wanted(),
                wish.order(),
                bought.map(OrderDetails::orderType).orElse(null),
                bought.map(OrderDetails::chargingMode).map(Enum::name).orElse(null),
                bought.map(OrderDetails::product).orElse(null),
                bought.map(OrderDetails::period).orElse(null),
                wish.expiresAt(),
                bought.map(OrderDetails::buyer)
                        .map(buyer -> opened(wish.instanceId(), buyer, contact))
                        .orElse(null),
                target);
    }

    private static Contact opened(String instanceId, Buyer buyer, Sealing contact) {
        return new Contact(
                buyer.customerId(),
                buyer.customerName(),
                buyer.userId(),
                buyer.userName(),
                contact.open(instanceId, MarketplaceOrders.MOBILE, buyer.mobile()),
                contact.open(instanceId, MarketplaceOrders.EMAIL, buyer.email()));
    }
}

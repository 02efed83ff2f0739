package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.service.seal.Sealing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the seller's product is sent: the whole wish, with the buyer's contact data opened.
 *
 * @param change a hint of what is new, or {@value #CHECK}
 * @param businessId only V1's calls tell it, and the three that follow (saas-v1 §3.1)
 * @param extension what the buyer typed into the seller's own fields, by their names
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
        @Nullable String businessId,
        @Nullable BigDecimal orderAmount,
        @Nullable Integer provisionType,
        @Nullable Map<String, String> extension,
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
        var particulars = bought.map(OrderDetails::particulars);
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
                particulars.map(Particulars::businessId).orElse(null),
                particulars.map(Particulars::orderAmount).orElse(null),
                particulars.map(Particulars::provisionType).orElse(null),
                particulars
                        .map(told -> opened(wish.instanceId(), told.extension(), contact))
                        .orElse(null),
                target);
    }

    /** What cannot be opened is left out: a lost key must not stop an instance. */
    private static Map<String, String> opened(String instanceId, List<ExtensionField> extension, Sealing contact) {
        var opened = new LinkedHashMap<String, String>();
        for (var field : extension) {
            var value = contact.open(instanceId, ExtensionField.sealedAs(field.name()), field.value());
            if (value != null) {
                opened.put(field.name(), value);
            }
        }
        return opened;
    }

    private static Contact opened(String instanceId, Buyer buyer, Sealing contact) {
        return new Contact(
                buyer.customerId(),
                buyer.customerName(),
                buyer.userId(),
                buyer.userName(),
                contact.open(instanceId, Buyer.MOBILE, buyer.mobile()),
                contact.open(instanceId, Buyer.EMAIL, buyer.email()));
    }
}

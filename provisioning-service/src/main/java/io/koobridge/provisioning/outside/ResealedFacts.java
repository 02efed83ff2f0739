package io.koobridge.provisioning.outside;

import io.koobridge.events.Event;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.provisioning.ledger.MovedFacts;
import io.koobridge.service.seal.Sealing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer told is sealed for one instance (design §7). The gateway seals it for the id that follows from the order;
 * where an instance of another id owns that, it would never be opened. What cannot be opened is dropped, and logged by
 * {@link Sealing}.
 */
public final class ResealedFacts implements MovedFacts {

    private final Sealing contact;

    public ResealedFacts(Sealing contact) {
        this.contact = contact;
    }

    @Override
    public Event<InstanceFact> about(String owner, Event<InstanceFact> event) {
        return owner.equals(event.subject())
                ? event
                : event.about(owner).map(fact -> new Move(contact, event.subject(), owner).of(fact));
    }

    private record Move(Sealing contact, String from, String to) {

        InstanceFact of(InstanceFact fact) {
            return switch (fact) {
                case InstancePurchased bought ->
                    new InstancePurchased(bought.kind(), bought.order(), of(bought.bought()), bought.access());
                case TermChanged term ->
                    new TermChanged(
                            term.change(),
                            term.order(),
                            term.productId(),
                            term.expiresAt(),
                            term.thaws(),
                            of(term.bought()));
                case UpgradeOrdered upgrade -> new UpgradeOrdered(upgrade.order(), of(upgrade.bought()));
                case InstanceFact.InstanceFrozen _,
                        InstanceFact.InstanceUnfrozen _,
                        InstanceFact.InstanceReleased _,
                        InstanceFact.OrderLearned _ -> fact;
            };
        }

        private @Nullable OrderDetails of(@Nullable OrderDetails bought) {
            return bought == null
                    ? null
                    : new OrderDetails(
                            bought.orderType(),
                            bought.chargingMode(),
                            bought.product(),
                            bought.period(),
                            bought.expiresAt(),
                            of(bought.buyer()),
                            of(bought.particulars()));
        }

        private @Nullable Buyer of(@Nullable Buyer buyer) {
            return buyer == null
                    ? null
                    : new Buyer(
                            buyer.customerId(),
                            buyer.customerName(),
                            buyer.userId(),
                            buyer.userName(),
                            of(Buyer.MOBILE, buyer.mobile()),
                            of(Buyer.EMAIL, buyer.email()));
        }

        private @Nullable Particulars of(@Nullable Particulars told) {
            return told == null
                    ? null
                    : new Particulars(
                            told.businessId(),
                            told.orderAmount(),
                            told.provisionType(),
                            told.extension().stream()
                                    .flatMap(field -> Optional.ofNullable(
                                            of(ExtensionField.sealedAs(field.name()), field.value()))
                                            .map(value -> new ExtensionField(field.name(), value))
                                            .stream())
                                    .toList());
        }

        private @Nullable SealedText of(String field, @Nullable SealedText sealed) {
            return contact.seal(to, field, contact.open(from, field, sealed));
        }
    }
}

package io.koobridge.provisioning.domain;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order teaches (design §4, "one door"): what was bought, where that is unset or older than the call that made
 * somebody ask; and an end where no call has told one.
 */
final class Learning {

    /** Whatever a call tells about the end counts against what only an order told. */
    private static final Instant OLDER_THAN_ANY_CALL = Instant.EPOCH;

    private Learning() {}

    static Spec from(Event<OrderLearned> event, Spec spec) {
        var asked = spec.lookUps().stream()
                .filter(lookUp -> lookUp.learnedId().equals(event.id()))
                .findFirst();
        var answered = spec.answeredBy(event);
        if (asked.isPresent() && !asked.get().teaches()) {
            return answered;
        }
        var details = event.data().details();
        var told = asked.map(LookUp::told).orElse(LookUp.Told.NOTHING);
        var sold = asTold(details, told);
        var bought = asked.map(lookUp -> paid(answered, lookUp, sold.product()))
                .orElse(answered)
                .withBought(bought(answered, sold, event.asOf()));
        return details.expiresAt() == null || spec.expiry() != null
                ? bought
                : bought.withExpiry(new Part<>(details.expiresAt(), OLDER_THAN_ANY_CALL));
    }

    private static Spec paid(Spec spec, LookUp lookUp, @Nullable Product product) {
        var paid = spec.paid();
        return paid == null ? spec : spec.withPaid(paid.learned(lookUp, product));
    }

    /** An order may leave out what an earlier or a later one tells. */
    private static Part<OrderDetails> bought(Spec spec, OrderDetails details, Instant asOf) {
        var before = spec.bought();
        if (before == null) {
            return new Part<>(details, asOf);
        }
        if (before.setBefore(asOf)) {
            return new Part<>(Telling.completed(details, before.value()), asOf);
        }
        return new Part<>(completed(before, spec, details, asOf), before.asOf());
    }

    private static OrderDetails completed(Part<OrderDetails> known, Spec spec, OrderDetails details, Instant asOf) {
        if (known.asOf().equals(asOf)) {
            // A call that did not tell all, and the order that it named.
            return Telling.confirmed(known.value(), details);
        }
        // A renewal in V1 tells no specification: it goes on with that of the order before it.
        return spec.lookUps().stream().anyMatch(open -> open.teachesAfter(asOf))
                ? Telling.completed(known.value(), details)
                : Telling.continued(known.value(), details);
    }

    /** Where the order sells another product than the call said, the call counts, and nothing more is known of its product. */
    private static OrderDetails asTold(OrderDetails details, LookUp.Told told) {
        var product = details.product();
        return told.productId() == null
                        || (product != null && product.productId().equals(told.productId()))
                ? details
                : new OrderDetails(
                        details.orderType(),
                        details.chargingMode(),
                        new Product(told.productId(), null, null),
                        details.period(),
                        details.expiresAt(),
                        details.buyer(),
                        details.particulars());
    }
}

package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.OrderDetails;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Where an order says something else than the call that named it. The call counts; a person should know. */
public final class Disagreements {

    /** Types that belong to another purpose. A type that nobody documents belongs to all (usage-and-open-api §6.2). */
    private static final Map<LookUp.Purpose, Set<String>> FOREIGN = Map.of(
            LookUp.Purpose.PURCHASE, Set.of("UNSUBSCRIBE", "RENEW", "CHANGE"),
            LookUp.Purpose.RENEWAL, Set.of("NEW", "TRIAL", "TRIAL_TO_FORMAL", "UNSUBSCRIBE", "CHANGE"),
            LookUp.Purpose.TERM, Set.of("NEW", "TRIAL", "UNSUBSCRIBE"),
            LookUp.Purpose.UPGRADE, Set.of("NEW", "TRIAL", "TRIAL_TO_FORMAL", "UNSUBSCRIBE", "RENEW"));

    private Disagreements() {}

    /** One sentence for each; empty when the order confirms the call. */
    public static List<String> between(LookUp lookUp, OrderDetails order) {
        var found = new ArrayList<String>();
        var purpose = lookUp.cause().purpose();
        var id = lookUp.order().orderId();
        if (Objects.requireNonNull(FOREIGN.get(purpose)).contains(order.orderType())) {
            found.add("order %s is of the type %s, but was named for a %s".formatted(id, order.orderType(), purpose));
        }
        var told = lookUp.told();
        if (told.expiresAt() != null && order.expiresAt() != null && !sameSecond(told.expiresAt(), order.expiresAt())) {
            found.add("order %s ends at %s, but the call said %s".formatted(id, order.expiresAt(), told.expiresAt()));
        }
        var product = order.product();
        if (told.productId() != null && product != null && !told.productId().equals(product.productId())) {
            found.add("order %s is for the product %s, but the call said %s"
                    .formatted(id, product.productId(), told.productId()));
        }
        return found;
    }

    /** Calls may tell thousandths, orders do not (saas-v2 §5.1). */
    private static boolean sameSecond(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }
}

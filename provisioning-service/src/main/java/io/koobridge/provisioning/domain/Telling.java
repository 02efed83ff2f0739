package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Product;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was bought, where calls and orders tell it in pieces: who is told later counts, and what he left out stays known. */
final class Telling {

    /** One call has room for less (saas-v1 §3.1: 2,048 characters); without an end they would pile up call by call. */
    private static final int EXTENSION_FIELDS = 128;

    private Telling() {}

    /** An order may leave out what an earlier or a later one tells; its product it tells whole. */
    static OrderDetails completed(OrderDetails details, OrderDetails other) {
        return over(other, details, withCapacity(details.product(), other.product()));
    }

    /** A call, and the last order before it, which is learned only now: what is sold on and not told is as that order says. */
    static OrderDetails continued(OrderDetails call, OrderDetails order) {
        var product = call.product();
        return over(order, call, product == null ? order.product() : upgraded(order.product(), product));
    }

    /** A call and the order that it named: what the call did not say is as the order says. */
    static OrderDetails confirmed(OrderDetails call, OrderDetails order) {
        return over(order, call, confirmed(call.product(), order.product()));
    }

    /**
     * A renewal in V1. The specification and its quantities stay when the product changes with the type of the period
     * (saas-v1 §3.1, skuCode); a cancelled renewal takes back the time and not the product.
     */
    static OrderDetails renewed(OrderDetails known, OrderDetails told, @Nullable Product product) {
        return over(known, told, product == null ? known.product() : renewed(known.product(), product));
    }

    /** A renewal that is told after a later one: what it sold counts, and what nobody has told since. */
    static OrderDetails overtaken(OrderDetails known, OrderDetails told, Product product) {
        return over(told, known, renewed(known.product(), product));
    }

    /** A cancelled renewal says what it was cancelled for, and no longer what is sold: sites differ (saas-v1 §10, A27). */
    static OrderDetails cancelled(OrderDetails known, OrderDetails told) {
        return new OrderDetails(
                told.orderType(),
                known.chargingMode(),
                known.product(),
                known.period(),
                either(told.expiresAt(), known.expiresAt()),
                known.buyer(),
                merged(known.particulars(), told.particulars()));
    }

    /** An upgrade in V1: what is not told stays as long as the specification does (saas-v1 §3.5, expansion). */
    static OrderDetails upgraded(OrderDetails known, OrderDetails told) {
        var product = told.product();
        return over(known, told, product == null ? known.product() : upgraded(known.product(), product));
    }

    /** The product that a change of the term names, in the one place or in the other. */
    static @Nullable Product product(TermChanged term, OrderDetails told) {
        var named = term.productId();
        return told.product() != null || named == null ? told.product() : new Product(named, null, null);
    }

    /** What is said above counts, and what is said below where nothing is. */
    private static OrderDetails over(OrderDetails below, OrderDetails above, @Nullable Product product) {
        return new OrderDetails(
                above.orderType(),
                either(above.chargingMode(), below.chargingMode()),
                product,
                either(above.period(), below.period()),
                either(above.expiresAt(), below.expiresAt()),
                either(above.buyer(), below.buyer()),
                merged(below.particulars(), above.particulars()));
    }

    /** Disk and bandwidth are told by V1's calls alone: no order that is silent about them has taken them away. */
    private static @Nullable Product withCapacity(@Nullable Product product, @Nullable Product other) {
        if (product == null || other == null) {
            return product == null ? other : product;
        }
        return !sameSpecification(product, other)
                ? product
                : new Product(
                        product.productId(),
                        product.skuCode(),
                        product.quantity(),
                        either(product.diskSize(), other.diskSize()),
                        either(product.bandWidth(), other.bandWidth()));
    }

    static @Nullable Product confirmed(@Nullable Product call, @Nullable Product order) {
        if (call == null || order == null) {
            return call == null ? order : call;
        }
        return call.productId().equals(order.productId()) ? filled(call, order) : call;
    }

    static Product renewed(@Nullable Product known, Product told) {
        return known == null || (told.skuCode() != null && !told.skuCode().equals(known.skuCode()))
                ? told
                : filled(told, known);
    }

    private static Product upgraded(@Nullable Product known, Product told) {
        return known != null && sameSpecification(told, known) ? filled(told, known) : told;
    }

    private static boolean sameSpecification(Product told, Product known) {
        return told.skuCode() == null
                ? told.productId().equals(known.productId())
                : told.skuCode().equals(known.skuCode());
    }

    private static Product filled(Product told, Product known) {
        return new Product(
                told.productId(),
                either(told.skuCode(), known.skuCode()),
                either(told.quantity(), known.quantity()),
                either(told.diskSize(), known.diskSize()),
                either(told.bandWidth(), known.bandWidth()));
    }

    private static @Nullable Particulars merged(@Nullable Particulars known, @Nullable Particulars told) {
        if (known == null || told == null) {
            return known == null ? told : known;
        }
        return new Particulars(
                either(told.businessId(), known.businessId()),
                either(told.orderAmount(), known.orderAmount()),
                either(told.provisionType(), known.provisionType()),
                merged(known.extension(), told.extension()));
    }

    /** By name. Those that were told last are the last to go. */
    private static List<ExtensionField> merged(List<ExtensionField> known, List<ExtensionField> told) {
        var byName = new LinkedHashMap<String, ExtensionField>();
        known.forEach(field -> byName.put(field.name(), field));
        told.forEach(field -> byName.putLast(field.name(), field));
        return byName.values().stream()
                .skip(Math.max(0, byName.size() - EXTENSION_FIELDS))
                .toList();
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}

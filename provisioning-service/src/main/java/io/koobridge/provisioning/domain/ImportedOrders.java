package io.koobridge.provisioning.domain;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys under which calls of every edition name the orders of an imported instance (design §4): V1 by the order alone, V2
 * by order and line, and either of them also by the product: V1 where the call says that usage is paid, V2 wherever it names
 * one (saas-v1 §3.1, saas-v2 §3.4). What a call says is not known before it comes, so a product that is known is claimed with
 * the order and without. Where usage is paid, several instances may share an order, and the product tells them apart.
 *
 * @param own no other instance may have them
 * @param shared the first imported instance has them: an order of several lines, as V1 names it, and a line of several
 *     products, as V2 does. One that was bought through the suite shares nothing
 */
public record ImportedOrders(List<OrderKey> own, List<OrderKey> shared) {

    public ImportedOrders {
        own = List.copyOf(own);
        shared = List.copyOf(shared);
    }

    /**
     * The keys of an instance.
     *
     * @param order with the line and the product, as far as the seller knows them
     * @param mode how it is paid; where nobody said that usage is, no other instance has the order
     * @param others orders of renewals and upgrades
     * @throws IllegalArgumentException when an order is too long for the form of its only line
     */
    public static ImportedOrders of(OrderKey order, @Nullable ChargingMode mode, List<String> others) {
        var product = order.product();
        var several = product.isPresent() && mode != null && mode.metered();
        var own = new ArrayList<OrderKey>();
        var shared = new ArrayList<OrderKey>();
        Stream.concat(Stream.of(order), others.stream().map(id -> new OrderKey(id, null, null)))
                .forEach(each -> {
                    var line = each.lineId().orElseGet(() -> OtherEdition.firstLineOf(each.orderId()));
                    var whole = each.lineId().isEmpty() ? own : shared;
                    product.ifPresent(sold -> {
                        whole.add(new OrderKey(each.orderId(), null, sold));
                        own.add(new OrderKey(each.orderId(), line, sold));
                    });
                    (several ? shared : whole).add(new OrderKey(each.orderId(), null, null));
                    (several ? shared : own).add(new OrderKey(each.orderId(), line, null));
                });
        return new ImportedOrders(
                own.stream().distinct().toList(), shared.stream().distinct().toList());
    }

    public Stream<OrderKey> all() {
        return Stream.concat(own.stream(), shared.stream());
    }
}

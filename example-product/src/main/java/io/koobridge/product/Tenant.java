package io.koobridge.product;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One buyer's part of the product.
 *
 * @param generation of the call that made it what it is
 * @param state {@code ACTIVE}, {@code FROZEN} or {@code RELEASED}; a released one stays, so that a late call finds it
 * @param quantity seats that were bought; no limit when absent
 * @param used seats that are taken
 */
record Tenant(
        String id,
        long generation,
        String state,
        @Nullable String product,
        @Nullable Long quantity,
        @Nullable String expiresAt,
        @Nullable String customer,
        long used) {

    /**
     * What a call wants, whatever the tenant was before; only what is used is the tenant's own, and the product that was
     * accepted last where the wanted one is impossible. What was released keeps no name of its buyer.
     */
    static Tenant wanted(Call call, @Nullable Tenant before, boolean productPossible) {
        var released = call.text("wanted").equals("RELEASED");
        var accepted = productPossible ? null : before;
        return new Tenant(
                call.instanceId(),
                call.generation(),
                call.text("wanted"),
                accepted == null ? call.textOrNull("product", "productId") : accepted.product(),
                accepted == null ? call.numberOrNull("product", "quantity") : accepted.quantity(),
                call.textOrNull("expiresAt"),
                released ? null : call.textOrNull("buyer", "customerName"),
                before == null || released ? 0 : before.used());
    }

    /** It is usable or not, and until when, as the call wants it; the product aside. */
    boolean agreesWith(Call call) {
        return state.equals(call.text("wanted")) && Objects.equals(expiresAt, call.textOrNull("expiresAt"));
    }

    boolean hasProductOf(Call call) {
        return Objects.equals(product, call.textOrNull("product", "productId"))
                && Objects.equals(quantity, call.numberOrNull("product", "quantity"));
    }

    Tenant withUsed(long seats) {
        return new Tenant(id, generation, state, product, quantity, expiresAt, customer, seats);
    }

    boolean usable() {
        return state.equals("ACTIVE");
    }

    boolean released() {
        return state.equals("RELEASED");
    }

    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("instanceId", id);
        members.put("generation", generation);
        members.put("wanted", state);
        members.put("productId", product);
        members.put("quantity", quantity);
        members.put("expiresAt", expiresAt);
        members.put("customerName", customer);
        members.put("used", used);
        return members;
    }

    static Tenant read(Call kept) {
        return new Tenant(
                kept.instanceId(),
                kept.generation(),
                kept.text("wanted"),
                kept.textOrNull("productId"),
                kept.numberOrNull("quantity"),
                kept.textOrNull("expiresAt"),
                kept.textOrNull("customerName"),
                kept.member("used") instanceof BigDecimal seats ? seats.longValue() : 0);
    }
}

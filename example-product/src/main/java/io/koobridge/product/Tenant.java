package io.koobridge.product;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** What a call wants, whatever the tenant was before; only what is used is the tenant's own. */
    static Tenant wanted(Call call, @Nullable Tenant before) {
        return new Tenant(
                call.instanceId(),
                call.generation(),
                call.text("wanted"),
                call.textOrNull("product", "productId"),
                call.numberOrNull("product", "quantity"),
                call.textOrNull("expiresAt"),
                call.textOrNull("buyer", "customerName"),
                before == null || call.text("wanted").equals("RELEASED") ? 0 : before.used());
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

    static Tenant read(String line) {
        var kept = Call.read(line);
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

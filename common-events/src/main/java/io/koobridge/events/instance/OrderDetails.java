package io.koobridge.events.instance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, as the order query tells it (usage-and-open-api §6.2). Everything but the charging mode may be
 * missing there.
 *
 * @param orderType NEW, TRIAL, TRIAL_TO_FORMAL, UNSUBSCRIBE, RENEW or CHANGE; kept as text because it informs and never
 *     decides
 * @param period for example {@code 1 year}
 * @param expiresAt end of what was paid for
 */
public record OrderDetails(
        String orderType,
        ChargingMode chargingMode,
        @Nullable Product product,
        @Nullable Period period,
        @Nullable Instant expiresAt,
        @Nullable Buyer buyer) {

    /**
     * The product of the order line.
     *
     * @param quantity purchased quantity of a linear attribute ({@code linearValue}); absent for products without one
     */
    public record Product(
            String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) {}

    /**
     * How long was paid for.
     *
     * @param unit {@code year}, {@code month} or {@code day}, as the marketplace spells it
     */
    public record Period(String unit, int count) {}
}

package io.koobridge.events.instance;

import io.koobridge.events.SealedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, as the order query tells it (usage-and-open-api §6.2) or, in V1, the call itself (saas-v1 §3). Each of
 * them leaves out what it does not know or what does not change.
 *
 * @param orderType NEW, TRIAL, TRIAL_TO_FORMAL, UNSUBSCRIBE, RENEW or CHANGE; kept as text because it informs and never
 *     decides
 * @param chargingMode absent only where a call told of an order and left it out (saas-v1 §10, A26)
 * @param period for example {@code 1 year}
 * @param expiresAt end of what was paid for
 * @param particulars what no order query tells
 */
public record OrderDetails(
        String orderType,
        @Nullable ChargingMode chargingMode,
        @Nullable Product product,
        @Nullable Period period,
        @Nullable Instant expiresAt,
        @Nullable Buyer buyer,
        @Nullable Particulars particulars) {

    /** As an order query tells it. */
    public OrderDetails(
            String orderType,
            @Nullable ChargingMode chargingMode,
            @Nullable Product product,
            @Nullable Period period,
            @Nullable Instant expiresAt,
            @Nullable Buyer buyer) {
        this(orderType, chargingMode, product, period, expiresAt, buyer, null);
    }

    /** Whether it is known to be paid by use. */
    public boolean metered() {
        return chargingMode != null && chargingMode.metered();
    }

    /**
     * The product of the order line.
     *
     * @param quantity purchased quantity of a linear attribute ({@code linearValue}, in V1 {@code amount}); absent for
     *     products without one
     * @param diskSize in GB; only V1 tells it apart from the quantity
     * @param bandWidth in Mbit/s; only V1 tells it apart from the quantity
     */
    public record Product(
            String productId,
            @Nullable String skuCode,
            @Nullable Long quantity,
            @Nullable Long diskSize,
            @Nullable Long bandWidth) {

        /** As an order query tells it. */
        public Product(String productId, @Nullable String skuCode, @Nullable Long quantity) {
            this(productId, skuCode, quantity, null, null);
        }
    }

    /**
     * How long was paid for.
     *
     * @param unit {@code year}, {@code month} or {@code day}, as the marketplace spells it
     */
    public record Period(String unit, int count) {}

    /**
     * What only a call of the edition V1 tells (saas-v1 §3.1).
     *
     * @param businessId of the first call of the order; differs in every repetition
     * @param orderAmount what was paid, in the site's currency, at most three decimals; negative for a cancelled renewal
     * @param provisionType stored and never decided by (saas-v1 §10, A9)
     * @param extension fields that the seller defined when publishing, each name once
     */
    public record Particulars(
            @Nullable String businessId,
            @Nullable BigDecimal orderAmount,
            @Nullable Integer provisionType,
            List<ExtensionField> extension) {

        public Particulars {
            extension = List.copyOf(extension);
        }
    }

    /**
     * What the buyer typed into a field of the seller's own. That may be anybody's name, number or address.
     *
     * @param value sealed for the instance and {@link #sealedAs}
     */
    public record ExtensionField(String name, SealedText value) {

        private static final String PREFIX = "extension:";

        /** The field that the value of this name is sealed as. */
        public static String sealedAs(String name) {
            return PREFIX + name;
        }
    }
}

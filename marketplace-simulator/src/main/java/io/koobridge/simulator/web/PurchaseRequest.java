package io.koobridge.simulator.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.koobridge.simulator.calling.StepRequest;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.Wish;
import io.koobridge.simulator.market.Buyer;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.market.Extension;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Particulars;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import io.koobridge.simulator.market.ProductKind;
import io.koobridge.simulator.market.Site;
import io.koobridge.simulator.v1.ExtendParams;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a buyer wants; everything may be left out. */
public record PurchaseRequest(
        @Nullable String orderId,
        @Nullable ProductKind kind,
        @Nullable Boolean deviceBound,
        @Nullable Boolean collected,
        @Nullable Edition edition,
        @Nullable Site site,
        @Nullable Integer contactBits,
        @Nullable ChargingMode chargingMode,
        @Nullable Boolean trial,
        @Nullable String productId,
        @Nullable String skuCode,
        @JsonAlias({"linearValue", "amount"}) @Nullable Integer quantity,
        @Nullable List<Wish.Changed> moreProducts,
        @Nullable String periodType,
        @Nullable Integer periodNumber,
        @Nullable Buyer buyer,
        @Nullable BigDecimal orderAmount,
        @Nullable Integer diskSize,
        @Nullable Integer bandWidth,
        @Nullable Integer provisionType,
        @Nullable List<Extension> extendParams,
        @Nullable List<Fault> faults) {
    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,57}");
    private static final int MORE_PRODUCTS_AT_MOST = 10;
    private static final int TRIAL_DAYS = 15;

    static final PurchaseRequest ANY = new PurchaseRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    PurchaseRequest as(boolean aTrial) {
        return new PurchaseRequest(
                orderId,
                kind,
                deviceBound,
                collected,
                edition,
                site,
                contactBits,
                chargingMode,
                aTrial,
                productId,
                skuCode,
                quantity,
                moreProducts,
                periodType,
                periodNumber,
                buyer,
                orderAmount,
                diskSize,
                bandWidth,
                provisionType,
                extendParams,
                faults);
    }

    Listing listing() {
        Listing listing = new Listed(edition, site, contactBits)
                .listing()
                .as(
                        Objects.requireNonNullElse(kind, ProductKind.SAAS),
                        new Listing.License(Boolean.TRUE.equals(deviceBound), !Boolean.FALSE.equals(collected)));
        requireFits(listing);
        return listing;
    }

    /** What only some generations have (license §1). */
    private void requireFits(Listing listing) {
        require(
                deviceBound == null || listing.generation() == Generation.LICENSE,
                "deviceBound is for the online License");
        require(collected == null || listing.generation() == Generation.LICENSE_CODE, "collected is for codes");
        if (listing.isSaas()) {
            return;
        }
        require(
                mode() == ChargingMode.PERIOD || mode() == ChargingMode.ONE_TIME,
                "License products are PERIOD or ONE_TIME");
        require(moreProducts == null || moreProducts.isEmpty(), "License products have one product in an order");
        require(
                !Boolean.TRUE.equals(trial) || listing.generation() == Generation.LICENSE,
                "of License products only the online License has trials");
        require(
                listing.generation() != Generation.LICENSE_CODE || faults == null || faults.isEmpty(),
                "no call tells of a code that was bought: it has no faults");
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new IllegalArgumentException(message);
        }
    }

    Order order(Till till) {
        String id = orderId == null ? till.newOrderId() : orderId;
        if (!ORDER_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "orderId must be 1 to 57 letters, digits, - or _: the line adds seven more");
        }
        return Order.placed(
                        id,
                        isTrial() ? OrderType.TRIAL : OrderType.NEW,
                        new Order.Terms(mode(), period(), products()),
                        Objects.requireNonNullElseGet(buyer, Buyer::example),
                        till.now())
                .with(particulars());
    }

    private Particulars particulars() {
        List<Extension> fields = Objects.requireNonNullElse(extendParams, Particulars.PLAIN.extension());
        // So that a wish too long for V1 is refused now and not when the call is written.
        var unused = ExtendParams.written(fields);
        return new Particulars(orderAmount, diskSize, bandWidth, provisionType, fields);
    }

    Sale sale(Till till) {
        List<Fault> checked = StepRequest.checked(Objects.requireNonNullElse(faults, List.of()));
        if (checked.stream().anyMatch(Reorder.class::isInstance)) {
            throw new IllegalArgumentException("a purchase cannot be reordered: no step can come before it");
        }
        Fits.require(listing().edition(), checked);
        return Sale.of(order(till), listing(), checked);
    }

    /** A whole life begins with a trial where there are trials. */
    boolean begunAsTrial() {
        Generation generation = listing().generation();
        return mode() == ChargingMode.PERIOD
                && generation != Generation.LICENSE_V1
                && generation != Generation.LICENSE_CODE;
    }

    ChargingMode mode() {
        return Objects.requireNonNullElse(chargingMode, ChargingMode.PERIOD);
    }

    private boolean isTrial() {
        if (Boolean.TRUE.equals(trial) && mode() != ChargingMode.PERIOD) {
            throw new IllegalArgumentException("only PERIOD has trials");
        }
        return Boolean.TRUE.equals(trial);
    }

    private List<Product> products() {
        Product first = new Product(
                Objects.requireNonNullElse(productId, Product.PRODUCT),
                Objects.requireNonNullElse(skuCode, Product.SKU),
                Objects.requireNonNullElse(quantity, 1));
        List<Product> all = new ArrayList<>(List.of(first));
        List<Wish.Changed> more = Objects.requireNonNullElse(moreProducts, List.of());
        if (!more.isEmpty() && mode() != ChargingMode.ON_DEMAND) {
            throw new IllegalArgumentException("moreProducts is for ON_DEMAND");
        }
        if (!more.isEmpty() && listing().isV1()) {
            throw new IllegalArgumentException("moreProducts is for V2: V1 calls once for each product, see :item");
        }
        if (more.size() > MORE_PRODUCTS_AT_MOST) {
            throw new IllegalArgumentException("at most " + MORE_PRODUCTS_AT_MOST + " moreProducts");
        }
        more.forEach(next -> all.add(next.of(first)));
        return all;
    }

    private @Nullable Period period() {
        if (!mode().hasPeriod()) {
            if (periodType != null || periodNumber != null) {
                throw new IllegalArgumentException(mode() + " has no periodType and no periodNumber");
            }
            return null;
        }
        if (isTrial() && periodType == null && periodNumber == null) {
            return new Period(Period.Unit.DAY, TRIAL_DAYS);
        }
        return new Period(
                periodType == null ? Period.Unit.YEAR : Period.Unit.of(periodType),
                Objects.requireNonNullElse(periodNumber, 1));
    }
}

package io.koobridge.simulator.life;

import io.koobridge.simulator.life.Refresh.Expiry;
import io.koobridge.simulator.life.Refresh.Scene;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.MarketTime;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.Period;
import io.koobridge.simulator.market.Product;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refresh as asked for; everything may be left out.
 *
 * @param expireTime instead of what the books say
 * @param expireDigits 14 or 17
 * @param orderExpireTime what the order query shall say, when it is to disagree with the call
 */
public record RefreshWish(
        @Nullable Scene scene,
        @Nullable String periodType,
        @Nullable Integer periodNumber,
        @Nullable Changed product,
        @Nullable String expireTime,
        @Nullable Integer expireDigits,
        @Nullable String orderExpireTime,
        @Nullable OrderIdOf orderIdOf)
        implements Wish {

    public static RefreshWish of(Scene scene) {
        return new RefreshWish(scene, null, null, null, null, null, null, null);
    }

    @Override
    public Step step(Counter counter) {
        counter.require(counter.sale().order().chargingMode() != ChargingMode.ONE_TIME, "refreshInstance");
        Scene wanted = Objects.requireNonNullElse(scene, Scene.RENEWAL);
        requireTellable(counter, wanted);
        if (wanted == Scene.TRIAL_TO_FORMAL && !counter.books().trial()) {
            throw new NotNow("this purchase is not a trial (any more)");
        }
        return wanted == Scene.UNSUBSCRIBE_RENEWAL_PERIOD ? cancelled(counter) : bought(counter, wanted);
    }

    private void requireTellable(Counter counter, Scene wanted) {
        switch (counter.sale().listing().generation()) {
            case SAAS_V2, LICENSE -> {
                // The order tells everything.
            }
            case SAAS_V1 -> requireTellableByV1(counter, wanted);
            case LICENSE_V1 -> {
                requireProductIdAlone();
                if (wanted != Scene.RENEWAL) {
                    throw new NotNow("refreshLicense knows a renewal alone");
                }
            }
            case LICENSE_CODE -> {
                requireProductIdAlone();
                if (wanted == Scene.RENEWAL_CHANGE) {
                    throw new NotNow("codes have no RENEWAL_CHANGE");
                }
            }
        }
    }

    private void requireProductIdAlone() {
        if (product != null && (product.skuCode() != null || product.linearValue() != null)) {
            throw new IllegalArgumentException("a renewal of this product changes the productId alone");
        }
    }

    /** A renewal of V1 tells a new product id and nothing else of the product: the specification stays (saas-v1 §3.1, §3.2). */
    private void requireTellableByV1(Counter counter, Scene wanted) {
        counter.require(counter.sale().order().chargingMode() == ChargingMode.PERIOD, "refreshInstance in V1");
        if (wanted == Scene.RENEWAL_CHANGE) {
            throw new NotNow("V1 has no RENEWAL_CHANGE");
        }
        requireProductIdAlone();
    }

    private Step bought(Counter counter, Scene wanted) {
        if (orderIdOf != null) {
            throw new IllegalArgumentException("orderIdOf is for UNSUBSCRIBE_RENEWAL_PERIOD");
        }
        Product before = counter.books().product();
        Product after = changed(before, wanted);
        Period period = period(counter);
        Instant end = end(counter, wanted, period);
        Order order = counter.order(
                wanted == Scene.TRIAL_TO_FORMAL ? OrderType.TRIAL_TO_FORMAL : OrderType.RENEW,
                new Order.Terms(counter.sale().order().chargingMode(), period, List.of(after)),
                inOrder(end));
        return new Refresh(
                wanted,
                order,
                order,
                new Expiry(end, digits()),
                after.equals(before) ? null : after,
                !after.productId().equals(before.productId()));
    }

    private Step cancelled(Counter counter) {
        List<Books.Renewal> renewals = counter.books().renewals();
        if (renewals.isEmpty()) {
            throw new NotNow("there is no renewal to cancel");
        }
        if (product != null || periodType != null || periodNumber != null) {
            throw new IllegalArgumentException("a cancelled renewal changes neither product nor period");
        }
        Books.Renewal newest = renewals.getLast();
        Instant end = expireTime == null ? newest.before() : MarketTime.read("expireTime", expireTime);
        if (end == null) {
            throw new NotNow("expireTime is needed: before that renewal nothing ended");
        }
        // The guide of the online License names the renewal order that is being cancelled (license §3.2).
        OrderIdOf usual = counter.sale().listing().generation() == Generation.LICENSE
                ? OrderIdOf.CANCELLED
                : OrderIdOf.CANCELLATION;
        boolean own = Objects.requireNonNullElse(orderIdOf, usual) == OrderIdOf.CANCELLATION;
        Order order = own
                ? counter.order(
                        OrderType.UNSUBSCRIBE, counter.unchanged(counter.books().product()), inOrder(end))
                : null;
        return new Refresh(
                Scene.UNSUBSCRIBE_RENEWAL_PERIOD,
                order == null ? newest.order() : order,
                order,
                new Expiry(end, digits()),
                null,
                false);
    }

    private Product changed(Product before, Scene wanted) {
        if (product != null) {
            return product.of(before);
        }
        return wanted == Scene.RENEWAL_CHANGE ? Changed.twice(before) : before;
    }

    private @Nullable Period period(Counter counter) {
        Period ordered = counter.sale().order().line().period();
        boolean trial = counter.books().trial();
        if (periodType == null && periodNumber == null) {
            return trial ? new Period(Period.Unit.YEAR, 1) : ordered;
        }
        if (!counter.sale().order().chargingMode().hasPeriod()) {
            throw new IllegalArgumentException("this charging mode has no periodType and no periodNumber");
        }
        Period.Unit unit = periodType != null
                ? Period.Unit.of(periodType)
                : ordered == null || trial ? Period.Unit.YEAR : ordered.unit();
        return new Period(unit, Objects.requireNonNullElse(periodNumber, 1));
    }

    /** Absolute, and by the marketplace's own books (saas-v2 §5.1). */
    private Instant end(Counter counter, Scene wanted, @Nullable Period period) {
        if (expireTime != null) {
            return MarketTime.read("expireTime", expireTime);
        }
        if (period == null) {
            throw new IllegalArgumentException("expireTime is needed: pay-per-use has no period");
        }
        Instant paid = counter.books().expiresAt();
        if (wanted.extendsWhatIsPaid() && paid != null && paid.isAfter(counter.now())) {
            return MarketTime.endOfDay(paid, period);
        }
        return MarketTime.endOfDay(counter.now(), period);
    }

    private Instant inOrder(Instant end) {
        return orderExpireTime == null ? end : MarketTime.read("orderExpireTime", orderExpireTime);
    }

    private int digits() {
        int wanted = Objects.requireNonNullElse(expireDigits, expireTime == null ? 14 : expireTime.length());
        if (wanted != 14 && wanted != 17) {
            throw new IllegalArgumentException("expireDigits must be 14 or 17");
        }
        return wanted;
    }
}

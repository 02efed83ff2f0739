package io.koobridge.simulator.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.koobridge.simulator.life.Deed;
import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.life.StepState;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.market.ProductKind;
import io.koobridge.simulator.market.Site;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the API shows it. {@code createdAt}, {@code acceptedAt} and their like are marketplace time.
 *
 * @param settled every step is over and none failed
 * @param steps null in lists
 */
record SaleView(
        String orderId,
        String orderLineId,
        String status,
        @Nullable String instanceId,
        ProductKind kind,
        Edition edition,
        @Nullable Site site,
        ChargingMode chargingMode,
        boolean trial,
        String productId,
        String skuCode,
        int quantity,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String bulk,
        @JsonUnwrapped Licensed licensed,
        @JsonUnwrapped State state,
        boolean settled,
        @Nullable BeliefView belief,
        int attemptCount,
        List<AttemptView> attempts,
        Sale.Polls polls,
        int stepCount,
        @Nullable List<StepView> steps) {

    /** What only License products have, flattened into the view. */
    record Licensed(
            @Nullable Boolean deviceBound,
            @Nullable String license,
            @Nullable String code) {

        static Licensed of(Sale sale) {
            return switch (sale.listing().generation()) {
                case SAAS_V2, SAAS_V1 -> new Licensed(null, null, null);
                case LICENSE -> new Licensed(sale.listing().license().deviceBound(), null, null);
                case LICENSE_V1 -> new Licensed(null, sale.seen().license(), null);
                case LICENSE_CODE -> new Licensed(null, null, sale.instanceIdOrNull());
            };
        }
    }

    /** What only some states have, flattened into the view. */
    record State(
            @Nullable Instant nextAttemptAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant readyAt,
            @Nullable Instant refundedAt,
            Delivery.@Nullable AppInfo appInfo,
            @Nullable List<Delivery.UsageInfo> usageInfo) {

        static State of(Sale sale) {
            Sale.HandedOver handed = sale.seen().handedOver();
            return switch (sale.trail().first().state()) {
                case StepState.Delivering ordered -> new State(ordered.nextAttemptAt(), null, null, null, null, null);
                case StepState.Acknowledged accepted ->
                    handed == null
                            ? new State(null, accepted.at(), null, null, null, null)
                            : new State(
                                    null,
                                    accepted.at(),
                                    handed.readyAt(),
                                    null,
                                    handed.delivery().appInfo(),
                                    handed.delivery().usageInfo());
                case StepState.Refunded refunded -> new State(null, null, null, refunded.at(), null, null);
                default -> new State(null, null, null, null, null, null);
            };
        }
    }

    static SaleView whole(Sale sale) {
        return of(
                sale,
                sale.trail().deeds().stream()
                        .map(deed -> StepView.of(deed, sale.listing()))
                        .toList());
    }

    static SaleView brief(Sale sale) {
        return of(sale, null);
    }

    private static SaleView of(Sale sale, @Nullable List<StepView> steps) {
        Deed.Attempts attempts = sale.trail().first().attempts();
        return new SaleView(
                sale.order().orderId(),
                sale.order().orderLineId(),
                sale.status(),
                sale.instanceIdOrNull(),
                sale.listing().kind(),
                sale.listing().edition(),
                sale.listing().isV1() && sale.listing().isSaas()
                        ? sale.listing().site()
                        : null,
                sale.order().chargingMode(),
                sale.books().trial(),
                sale.order().product().productId(),
                sale.order().product().skuCode(),
                sale.order().product().quantity(),
                sale.order().createdAt(),
                sale.order().expiresAt().orElse(null),
                sale.bulk(),
                Licensed.of(sale),
                State.of(sale),
                sale.trail().settled(),
                BeliefView.of(sale.seen().belief()),
                attempts.count(),
                attempts.newest().stream().map(AttemptView::of).toList(),
                sale.seen().polls(),
                sale.trail().count(),
                steps);
    }
}

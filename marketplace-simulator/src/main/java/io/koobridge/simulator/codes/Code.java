package io.koobridge.simulator.codes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a code besides its life as a purchase. Times are marketplace time.
 *
 * @param collected by the buyer
 */
public record Code(
        String code, String orderId, boolean collected, Activation activation, Queries queries, UsageKept usage) {
    private static final int USAGE_KEPT = 100;

    /**
     * Its activation, if it happened.
     *
     * @param realEffectTime as it was told
     */
    public record Activation(@Nullable Instant at, @Nullable String realEffectTime) {}

    /**
     * How often it was asked for.
     *
     * @param thirdPartyAccount of the retired heartbeat information, if any was told
     */
    public record Queries(
            int count, @Nullable Instant last, @Nullable String thirdPartyAccount) {}

    /**
     * Reports of its use.
     *
     * @param count also of those no longer kept
     * @param newest oldest first
     */
    public record UsageKept(int count, List<Usage> newest) {}

    static Code of(String code, String orderId, boolean collected) {
        return new Code(
                code,
                orderId,
                collected,
                new Activation(null, null),
                new Queries(0, null, null),
                new UsageKept(0, List.of()));
    }

    public boolean activated() {
        return activation.at() != null;
    }

    Code taken() {
        return new Code(code, orderId, true, activation, queries, usage);
    }

    Code activated(Instant now, @Nullable String realEffectTime) {
        return new Code(code, orderId, collected, new Activation(now, realEffectTime), queries, usage);
    }

    Code queried(Instant now, @Nullable String account) {
        Queries more = new Queries(queries.count() + 1, now, account == null ? queries.thirdPartyAccount() : account);
        return new Code(code, orderId, collected, activation, more, usage);
    }

    Code used(List<Usage> reports) {
        List<Usage> kept = new ArrayList<>(usage.newest());
        kept.addAll(reports);
        UsageKept all = new UsageKept(
                usage.count() + reports.size(),
                List.copyOf(kept.subList(Math.max(0, kept.size() - USAGE_KEPT), kept.size())));
        return new Code(code, orderId, collected, activation, queries, all);
    }
}

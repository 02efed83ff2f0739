package io.koobridge.simulator.life;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the seller handed over: the {@code appInfo} and {@code usageInfo} of a ready instance (saas-v2 §4.2). */
public record Delivery(AppInfo appInfo, List<UsageInfo> usageInfo) {

    public record AppInfo(
            String frontEndUrl,
            @Nullable String adminUrl,
            @Nullable String userName,
            @Nullable String password,
            @Nullable String memo) {}

    public record UsageInfo(
            BigDecimal usageValue,
            String statisticalTime,
            @Nullable String relatedInstanceId,
            @Nullable String dashboardUrl) {}
}

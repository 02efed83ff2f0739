package io.koobridge.simulator.web;

import io.koobridge.simulator.codes.Code;
import io.koobridge.simulator.codes.CodeStatus;
import io.koobridge.simulator.codes.Codes;
import io.koobridge.simulator.codes.Usage;
import io.koobridge.simulator.market.MarketTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An authorization code as the API shows it. Times are marketplace time. */
record CodeView(
        String code,
        String orderId,
        CodeStatus status,
        boolean collected,
        @Nullable Instant activatedAt,
        @Nullable String realEffectTime,
        @Nullable String expireTime,
        int amount,
        int queries,
        @Nullable Instant lastQueryAt,
        @Nullable String thirdPartyAccount,
        int usageReports,
        List<Usage> usage) {

    static CodeView of(Codes.Known known) {
        Code code = known.code();
        Instant end = known.sale().books().expiresAt();
        return new CodeView(
                code.code(),
                code.orderId(),
                known.status(),
                code.collected(),
                code.activation().at(),
                code.activation().realEffectTime(),
                end == null ? null : MarketTime.written(end),
                known.sale().books().product().quantity(),
                code.queries().count(),
                code.queries().last(),
                code.queries().thirdPartyAccount(),
                code.usage().count(),
                code.usage().newest());
    }
}

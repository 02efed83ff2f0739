package io.koobridge.gateway.dialect.license.v1;

import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.UniformDialect;
import io.koobridge.gateway.dialect.license.LicenseAnswers;
import io.koobridge.gateway.dialect.v1.TokenCalls;
import java.util.Set;

/** License 1.0: GET, everything in the query string, as in SaaS V1 (license §7). */
public final class LicenseV1 {

    private LicenseV1() {}

    public static Dialect dialect() {
        return new UniformDialect(
                CallHead::isGet,
                keys -> keys.of(KeyType.V1),
                new TokenCalls("license-v1", Set.of(), LicenseV1::translate),
                new LicenseAnswers("application/json;charset=UTF-8", "instance")::of);
    }

    private static Translation translate(TokenCalls.Call call) {
        return LicenseV1Translator.translate(
                call.members(), call.head().address().v1(), call.signedAt(), call::id);
    }
}

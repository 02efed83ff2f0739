package io.koobridge.gateway.dialect.license;

import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.UniformDialect;
import io.koobridge.gateway.dialect.signed.SignedCalls;

/** Online License: signed like the V2 base interfaces; users apply for licences, which are uploaded later (license §3). */
public final class OnlineLicense {

    private OnlineLicense() {}

    public static Dialect dialect() {
        return new UniformDialect(
                CallHead::isPost,
                keys -> keys.of(KeyType.BASE),
                new SignedCalls("license", LicenseTranslator::translate),
                LicenseAnswers.ofV2("instance")::of);
    }
}

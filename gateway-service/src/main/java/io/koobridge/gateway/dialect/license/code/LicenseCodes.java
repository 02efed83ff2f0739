package io.koobridge.gateway.dialect.license.code;

import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.UniformDialect;
import io.koobridge.gateway.dialect.license.LicenseAnswers;
import io.koobridge.gateway.dialect.signed.SignedCalls;

/** Authorization codes: signed like the V2 base interfaces, with a key of their own; the marketplace tells what becomes of a code (license §4). */
public final class LicenseCodes {

    private LicenseCodes() {}

    public static Dialect dialect() {
        return new UniformDialect(
                CallHead::isPost,
                keys -> keys.of(KeyType.LICENSE_CODE),
                new SignedCalls("license-code", CodeTranslator::translate),
                LicenseAnswers.ofV2("license code")::of);
    }
}

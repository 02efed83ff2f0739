package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.TokenSignature;

/** Signed with the key alone, without the time stamp behind it (saas-v1 §7.1). */
public record KeyWithoutTimestamp() implements Fault.OfToken {

    @Override
    public String name() {
        return "KEY_WITHOUT_TIMESTAMP";
    }

    @Override
    public Expected expected() {
        return Expected.signatureRefused();
    }

    @Override
    public String query(TokenQuery honest) {
        return TokenQuery.written(
                honest.signed(), TokenSignature.of(honest.stamp().accessKey(), "", honest.signed()));
    }
}

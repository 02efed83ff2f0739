package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.saas.SaasAnswers;
import io.koobridge.gateway.dialect.signed.SignedCalls;
import java.time.Instant;

/** SaaS Access Guide V2.0, base interfaces: POST, signature in the query string, JSON both ways. */
public final class SaasV2 implements Dialect {

    private static final int LONGEST_BODY = 256 * 1024;

    private final SignedCalls calls = new SignedCalls("saas-v2", SaasTranslator::translate);

    @Override
    public boolean speaks(CallHead head) {
        return head.method().equals("POST");
    }

    @Override
    public int longestBody() {
        return LONGEST_BODY;
    }

    @Override
    public KeyRing keys(AddressKeys keys) {
        return keys.base();
    }

    @Override
    public Opening open(CallHead head, Instant now) {
        return calls.open(head, keys(head.address().keys()), now);
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        return SaasAnswers.of(reply, address.codes());
    }
}

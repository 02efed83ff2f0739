package io.koobridge.gateway.dialect.license;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.signed.SignedCalls;
import java.time.Instant;

/** Online License: signed like the V2 base interfaces; users apply for licences, which are uploaded later (license §3). */
public final class OnlineLicense implements Dialect {

    private static final int LONGEST_BODY = 256 * 1024;

    private final SignedCalls calls = new SignedCalls("license", LicenseTranslator::translate);

    /** As in all V2 interfaces: nothing behind it. */
    private final LicenseAnswers answers = new LicenseAnswers("application/json", "instance");

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
        return keys.of(KeyType.BASE);
    }

    @Override
    public Opening open(CallHead head, Instant now) {
        return calls.open(head, keys(head.address().keys()), now);
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        return answers.of(reply);
    }
}

package io.koobridge.gateway.dialect.license.v1;

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
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.license.LicenseAnswers;
import io.koobridge.gateway.dialect.v1.TokenCalls;
import java.time.Instant;
import java.util.Set;

/** License 1.0: GET, everything in the query string, as in SaaS V1 (license §7). */
public final class LicenseV1 implements Dialect {

    private static final int LONGEST_BODY = 256 * 1024;

    private final TokenCalls calls = new TokenCalls("license-v1", Set.of(), LicenseV1::translate);
    private final LicenseAnswers answers = new LicenseAnswers("application/json;charset=UTF-8", "instance");

    @Override
    public boolean speaks(CallHead head) {
        return head.method().equals("GET");
    }

    @Override
    public int longestBody() {
        return LONGEST_BODY;
    }

    @Override
    public KeyRing keys(AddressKeys keys) {
        return keys.of(KeyType.V1);
    }

    @Override
    public Opening open(CallHead head, Instant now) {
        return calls.open(head, keys(head.address().keys()), now);
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        return answers.of(reply);
    }

    private static Translation translate(TokenCalls.Call call) {
        return LicenseV1Translator.translate(
                call.members(), call.head().address().v1(), call.signedAt(), call::id);
    }
}

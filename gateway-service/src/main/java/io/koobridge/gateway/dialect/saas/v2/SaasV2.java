package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.saas.AccessWriter;
import io.koobridge.gateway.dialect.saas.Ciphers;
import io.koobridge.gateway.dialect.saas.SaasAnswers;
import io.koobridge.gateway.dialect.saas.SaasWording;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.saas.v1.SaasV1;
import io.koobridge.gateway.dialect.signed.SignedCalls;
import java.time.Instant;

/** SaaS Access Guide V2.0, base interfaces: POST, signature in the query string, JSON both ways. */
public final class SaasV2 implements Dialect {

    /** Nothing behind it: the console reports anything else as a parse failure (saas-v2 §1.8). */
    private static final String CONTENT_TYPE = "application/json";

    private final Ciphers ciphers = new Ciphers();
    private final SignedCalls calls = new SignedCalls("saas-v2", SaasTranslator::translate);

    @Override
    public boolean speaks(CallHead head) {
        return head.isPost() && !SaasV1.speaksPost(head);
    }

    @Override
    public int longestBody() {
        return calls.longestBody();
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
        var codes = address.codes();
        // The European list ends at 000100; the Chinese and the international V2 lists go on (design §10).
        return SaasAnswers.of(
                reply,
                new SaasWording(
                        CONTENT_TYPE,
                        codes.edition() != Edition.EU,
                        codes.changeRefused(),
                        access(address, signer),
                        WaitingPage.NONE));
    }

    /** Plain by the tables; an example shows them encrypted (saas-v2 §4.4). */
    private AccessWriter access(ProductionAddress address, AccessKey signer) {
        return address.terms()
                .encryption()
                .<AccessWriter>map(type -> new AccessWriter.Encrypted(ciphers.of(signer), type, WaitingPage.NONE))
                .orElseGet(AccessWriter.Plain::new);
    }
}

package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.QueryString;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.saas.AccessWriter;
import io.koobridge.gateway.dialect.saas.Ciphers;
import io.koobridge.gateway.dialect.saas.SaasAnswers;
import io.koobridge.gateway.dialect.saas.SaasWording;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.v1.TokenCalls;
import java.time.Instant;
import java.util.Set;

/** SaaS Access Guide V1.0, base activities: GET, everything in the query string, signed and encrypted with one key. */
public final class SaasV1 implements Dialect {

    /** In fact ids, so it never changes. */
    private static final String NAME = "saas-v1";

    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";
    private static final String SIGNATURE_OF_V2 = "signature";

    /** What is personal, and so sealed when it is read. */
    private static final Set<String> SEALED = Set.of("mobilePhone", "email", "saasExtendParams");

    private final Ciphers ciphers = new Ciphers();
    private final TokenCalls calls = new TokenCalls(NAME, SEALED, this::translate);
    private final Tools tools;

    /**
     * What the dialect needs besides the call.
     *
     * @param names of instances, which personal data are sealed for
     */
    public record Tools(InstanceNames names, Sealer contact, WaitingPage waitingPage) {}

    public SaasV1(Tools tools) {
        this.tools = tools;
    }

    /** A POST only where an operator allowed it, and not what is signed as V2 (saas-v1 §4, §8.3). */
    @Override
    public boolean speaks(CallHead head) {
        return switch (head.method()) {
            case "GET" -> true;
            case "POST" -> speaksPost(head);
            default -> false;
        };
    }

    /** Whether a POST is of this edition and not of V2. */
    public static boolean speaksPost(CallHead head) {
        return head.address().v1().post() && !QueryString.parse(head.query()).containsKey(SIGNATURE_OF_V2);
    }

    @Override
    public int longestBody() {
        return calls.longestBody();
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
        var access = new AccessWriter.Encrypted(ciphers.of(signer), address.v1().encryption(), tools.waitingPage());
        return SaasAnswers.of(
                reply,
                new SaasWording(
                        CONTENT_TYPE,
                        address.codes().edition() == Edition.CN,
                        address.codes().changeRefused(),
                        access,
                        tools.waitingPage()));
    }

    private Translation translate(TokenCalls.Call call) {
        var address = call.head().address();
        var terms = address.v1();
        var order = new V1Translator.Call(
                call.signedAt(), call::id, key -> tools.names().of(address.sold(), key));
        var buyers = new BuyerReader(tools.contact(), ciphers.of(call.key()), terms);
        return new V1Translator(call.members(), terms, buyers, order).translate();
    }
}

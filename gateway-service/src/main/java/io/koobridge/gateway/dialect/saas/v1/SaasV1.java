package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.FactIds;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.QueryString;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.saas.AccessWriter;
import io.koobridge.gateway.dialect.saas.Ciphers;
import io.koobridge.gateway.dialect.saas.SaasAnswers;
import io.koobridge.gateway.dialect.saas.SaasWording;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** SaaS Access Guide V1.0, base activities: GET, everything in the query string, signed and encrypted with one key. */
public final class SaasV1 implements Dialect {

    /** In fact ids, so it never changes. */
    private static final String NAME = "saas-v1";

    private static final int LONGEST_BODY = 256 * 1024;
    private static final String CONTENT_TYPE = "application/json;charset=UTF-8";
    private static final String SIGNATURE_OF_V2 = "signature";

    /** What is personal, and so sealed when it is read. */
    private static final Set<String> SEALED = Set.of("mobilePhone", "email", "saasExtendParams");

    private final Ciphers ciphers = new Ciphers();
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
        return head.address().saas().v1().post()
                && !QueryString.parse(head.query()).containsKey(SIGNATURE_OF_V2);
    }

    @Override
    public int longestBody() {
        return LONGEST_BODY;
    }

    @Override
    public KeyRing keys(AddressKeys keys) {
        return keys.v1();
    }

    /** A GET is signed before its body: whoever has no key makes nobody wait for one (design §3.1). Its body says nothing. */
    @Override
    public Opening open(CallHead head, Instant now) {
        var keys = keys(head.address().keys());
        if (!head.method().equals("GET")) {
            return new Opening.Credible((body, then) -> authenticity(
                    head, AuthToken.verifyBody(head.headers().getFirst(AuthToken.NAME), body, keys, then)));
        }
        return switch (authenticity(head, AuthToken.verify(head.query(), keys, now))) {
            case Authenticity.Refused(var rejection) -> new Opening.Refused(rejection);
            case Authenticity.Authentic authentic -> new Opening.Credible((_, _) -> authentic);
        };
    }

    private Authenticity authenticity(CallHead head, TokenCheck check) {
        return switch (check) {
            case TokenCheck.Verified verified -> new Authenticity.Authentic(new Verified(head, verified));
            case TokenCheck.Rejected(var rejection) -> new Authenticity.Refused(rejection);
        };
    }

    @Override
    public CallAnswer answer(Reply reply, ProductionAddress address, AccessKey signer) {
        var access = new AccessWriter.Encrypted(
                ciphers.of(signer), address.saas().v1().encryption(), tools.waitingPage());
        return SaasAnswers.of(
                reply,
                new SaasWording(
                        CONTENT_TYPE,
                        address.codes().edition() == Edition.CN,
                        address.codes().changeRefused(),
                        access,
                        tools.waitingPage()));
    }

    private final class Verified implements VerifiedCall {

        private final CallHead head;
        private final TokenCheck.Verified call;

        private Verified(CallHead head, TokenCheck.Verified call) {
            this.head = head;
            this.call = call;
        }

        @Override
        public AccessKey key() {
            return call.key();
        }

        @Override
        public Instant signedAt() {
            // There is one: without it nothing verifies.
            var timeStamp = Objects.requireNonNull(call.parameters().get(AuthToken.TIME_STAMP));
            return TimeStamp.read(timeStamp, head.receivedAt());
        }

        /** There is no nonce; what the same call twice comes to is the same (design §4). */
        @Override
        public Optional<Once> once() {
            return Optional.empty();
        }

        @Override
        public boolean costly() {
            return call.parameters().keySet().stream().anyMatch(SEALED::contains);
        }

        @Override
        public Translation translate() {
            var terms = head.address().saas().v1();
            var order = new V1Translator.Call(
                    signedAt(), () -> FactIds.ofToken(NAME, key().id(), call.token()), this::instanceId);
            var buyers = new BuyerReader(tools.contact(), ciphers.of(key()), terms);
            return new V1Translator(members(call.parameters()), terms, buyers, order).translate();
        }

        private String instanceId(OrderKey order) {
            return tools.names().of(head.address().sold(), order);
        }
    }

    private static Members members(Map<String, String> parameters) {
        var object = CallJson.object();
        parameters.forEach(object::put);
        return new Members(object);
    }
}

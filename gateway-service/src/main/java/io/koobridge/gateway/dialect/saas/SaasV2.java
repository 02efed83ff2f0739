package io.koobridge.gateway.dialect.saas;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.FactIds;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.QueryString;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.UnverifiedCall;
import io.koobridge.gateway.dialect.VerifiedCall;
import java.time.Instant;
import java.util.Optional;

/** SaaS Access Guide V2.0, base interfaces: POST, signature in the query string, JSON both ways. */
public final class SaasV2 implements Dialect {

    /** In fact ids, so it never changes. */
    private static final String NAME = "saas-v2";

    private static final int LONGEST_BODY = 256 * 1024;

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
        return switch (SignatureParameters.check(QueryString.parse(head.query()), now)) {
            case ParameterCheck.Complete(var parameters) ->
                new Opening.Credible(
                        new Unverified(parameters, keys(head.address().keys())));
            case ParameterCheck.Rejected(var rejection) -> new Opening.Refused(rejection);
        };
    }

    @Override
    public CallAnswer answer(Reply reply, AddressCodes codes) {
        return SaasAnswers.of(reply, codes);
    }

    private record Unverified(SignedParameters parameters, KeyRing keys) implements UnverifiedCall {

        @Override
        public Authenticity verify(byte[] body, Instant now) {
            return switch (BodySignature.verify(parameters, body, keys, now)) {
                case Verification.Verified verified ->
                    new Authenticity.Authentic(new Verified(parameters, verified.key(), body));
                case Verification.Rejected(var rejection) -> new Authenticity.Refused(rejection);
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Verified(SignedParameters parameters, AccessKey key, byte[] body) implements VerifiedCall {

        private String callId() {
            return FactIds.ofCall(NAME, key.id(), parameters.nonce(), parameters.timestamp());
        }

        @Override
        public Instant signedAt() {
            return parameters.signedAt();
        }

        @Override
        public Optional<Once> once() {
            return Optional.of(new Once(key.id(), parameters.nonce(), parameters.signature()));
        }

        @Override
        public Translation translate() {
            return SaasJson.read(body)
                    .map(object -> SaasTranslator.translate(object, this::callId))
                    .orElseGet(() -> new Translation.NotUnderstood(Activity.OTHER, "the body is not a JSON object"));
        }
    }
}

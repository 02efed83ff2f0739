package io.koobridge.gateway.dialect.signed;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.FactIds;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Calls;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.QueryString;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.UnverifiedCall;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.json.CallJson;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Calls with the signature in the query string and a JSON object as body, whatever it says.
 *
 * @param dialect name of the conversation; in fact ids, so it never changes
 * @param reader of the object
 */
public record SignedCalls(String dialect, Reader reader) implements Calls {

    /** From an edition's words into ours. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Says what the call means.
         *
         * @param callId fact id of what has no identity but this call
         */
        Translation translate(JsonNode body, Supplier<String> callId);
    }

    @Override
    public Opening open(CallHead head, KeyRing keys, Instant now) {
        return switch (SignatureParameters.check(QueryString.parse(head.query()), now)) {
            case ParameterCheck.Complete(var parameters) ->
                new Opening.Credible(new Unverified(this, parameters, keys));
            case ParameterCheck.Rejected(var rejection) -> new Opening.Refused(rejection);
        };
    }

    private record Unverified(SignedCalls calls, SignedParameters parameters, KeyRing keys) implements UnverifiedCall {

        @Override
        public Authenticity verify(byte[] body, Instant now) {
            return switch (BodySignature.verify(parameters, body, keys, now)) {
                case Verification.Verified verified ->
                    new Authenticity.Authentic(new Verified(calls, parameters, verified.key(), body));
                case Verification.Rejected(var rejection) -> new Authenticity.Refused(rejection);
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Verified(SignedCalls calls, SignedParameters parameters, AccessKey key, byte[] body)
            implements VerifiedCall {

        private String callId() {
            return FactIds.ofCall(calls.dialect(), key.id(), parameters.nonce(), parameters.timestamp());
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
            return CallJson.read(body)
                    .map(object -> calls.reader().translate(object, this::callId))
                    .orElseGet(() -> new Translation.NotUnderstood(Activity.OTHER, "the body is not a JSON object"));
        }
    }
}

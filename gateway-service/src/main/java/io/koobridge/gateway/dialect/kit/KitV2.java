package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.callback.v2.ParameterCheck;
import io.koobridge.crypto.callback.v2.SignedParameters;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.FactIds;
import io.koobridge.gateway.address.KeyType;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Calls;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.UniformDialect;
import io.koobridge.gateway.dialect.UnverifiedCall;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.json.CallJson;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The kit's new edition: signed in headers, with the payload itself and not its digest (tenant-sync §3.1).
 *
 * @param contact seals what people can be reached by
 */
public record KitV2(Sealer contact) implements Calls {

    /** Name of the conversation; in fact ids, so it never changes. */
    private static final String DIALECT = "kit-v2";

    /**
     * The edition as it is spoken.
     *
     * @param answersSigned whether answers go with a {@code Body-Sign}, which this edition does not ask for
     */
    public static Dialect dialect(Sealer contact, boolean answersSigned) {
        return new UniformDialect(
                CallHead::isPost,
                keys -> keys.of(KeyType.KIT),
                new KitV2(contact),
                new KitAnswers(KitEdition.V2, answersSigned)::of);
    }

    @Override
    public int longestBody() {
        return KitBodies.LONGEST;
    }

    @Override
    public Opening open(CallHead head, KeyRing keys, Instant now) {
        return switch (KitSignature.check(name -> head.headers().getOrEmpty(name), now)) {
            case ParameterCheck.Complete(var parameters) ->
                new Opening.Credible(new Unverified(head, parameters, keys, contact));
            case ParameterCheck.Rejected(var rejection) -> new Opening.Refused(rejection);
        };
    }

    private record Unverified(CallHead head, SignedParameters parameters, KeyRing keys, Sealer contact)
            implements UnverifiedCall {

        @Override
        public boolean costly() {
            return true;
        }

        @Override
        public Authenticity verify(byte[] body, Instant now) {
            return switch (KitSignature.verify(parameters, body, keys, now)) {
                case Verification.Verified verified ->
                    new Authenticity.Authentic(
                            new Verified(head, parameters, verified.key(), CallJson.readLastWins(body), contact));
                case Verification.Rejected(var rejection) -> new Authenticity.Refused(rejection);
            };
        }
    }

    private record Verified(
            CallHead head, SignedParameters parameters, AccessKey key, Optional<JsonNode> body, Sealer contact)
            implements VerifiedCall {

        private String callId() {
            return FactIds.ofCall(DIALECT, key.id(), parameters.nonce(), parameters.timestamp());
        }

        /** When the row changed at the marketplace, where the call says it (design §4). */
        @Override
        public Instant signedAt() {
            return body.flatMap(object -> KitBodies.changedAt(object, head)).orElseGet(parameters::signedAt);
        }

        @Override
        public Optional<Once> once() {
            return Optional.of(new Once(key.id(), parameters.nonce(), parameters.signature()));
        }

        @Override
        public boolean costly() {
            return true;
        }

        @Override
        public Translation translate() {
            return body.map(object -> KitTranslator.translate(head, contact, object, callId()))
                    .orElseGet(
                            () -> new Translation.NotUnderstood(Activity.told(head), "the body is not a JSON object"));
        }
    }
}

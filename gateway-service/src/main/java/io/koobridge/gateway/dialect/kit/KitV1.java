package io.koobridge.gateway.dialect.kit;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.FactIds;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.KitPath.KitEdition;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The kit's old edition: a token in a header that signs the body's members (tenant-sync §3.2).
 *
 * @param contact seals what people can be reached by
 */
public record KitV1(Sealer contact) implements Calls {

    /** Name of the conversation; in fact ids, so it never changes. */
    private static final String DIALECT = "kit-v1";

    public static Dialect dialect(Sealer contact) {
        return new UniformDialect(
                CallHead::isPost, AddressKeys::ofKitV1, new KitV1(contact), new KitAnswers(KitEdition.V1, true)::of);
    }

    @Override
    public int longestBody() {
        return KitBodies.LONGEST;
    }

    /** Whoever has no token makes nobody read a body (design §3.1). */
    @Override
    public Opening open(CallHead head, KeyRing keys, Instant now) {
        var token = head.headers().getFirst(AuthToken.NAME);
        return AuthToken.flawOfHeader(token)
                .<Opening>map(Opening.Refused::new)
                .orElseGet(() -> new Opening.Credible(new Unverified(head, token, keys, contact)));
    }

    private record Unverified(CallHead head, @Nullable String token, KeyRing keys, Sealer contact)
            implements UnverifiedCall {

        @Override
        public boolean costly() {
            return true;
        }

        @Override
        public Authenticity verify(byte[] body, Instant now) {
            return switch (AuthToken.verifyKit(token, body, keys, now)) {
                case TokenCheck.Verified verified ->
                    new Authenticity.Authentic(new Verified(head, verified, members(verified), contact));
                case TokenCheck.Rejected(var rejection) -> new Authenticity.Refused(rejection);
            };
        }

        /** What was signed, and nothing beside it. */
        private static JsonNode members(TokenCheck.Verified verified) {
            var members = CallJson.object();
            verified.parameters().forEach(members::put);
            return members;
        }
    }

    private record Verified(CallHead head, TokenCheck.Verified check, JsonNode body, Sealer contact)
            implements VerifiedCall {

        @Override
        public AccessKey key() {
            return check.key();
        }

        /** What cannot be read is the newest (tenant-sync §10.8). */
        @Override
        public Instant signedAt() {
            return KitBodies.changedAt(body, head).orElseGet(head::receivedAt);
        }

        /** There is no nonce; what the same call twice comes to is the same (design §4). */
        @Override
        public Optional<Once> once() {
            return Optional.empty();
        }

        @Override
        public boolean costly() {
            return true;
        }

        @Override
        public Translation translate() {
            var callId = FactIds.ofToken(DIALECT, key().id(), check.token());
            return KitTranslator.translate(head, contact, body, callId);
        }
    }
}

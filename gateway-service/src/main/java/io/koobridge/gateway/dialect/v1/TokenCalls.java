package io.koobridge.gateway.dialect.v1;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.callback.v1.TokenCheck;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.FactIds;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Calls;
import io.koobridge.gateway.dialect.Once;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.json.Members;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Calls with a token that signs what they say, in the query string or in a body, whatever that is (saas-v1 §7, license §7).
 *
 * @param dialect name of the conversation; in fact ids, so it never changes
 * @param costly parameters that take long to read
 */
public record TokenCalls(String dialect, Set<String> costly, Reader reader) implements Calls {

    /** From an edition's words into ours. */
    @FunctionalInterface
    public interface Reader {

        Translation translate(Call call);
    }

    /** A GET is signed before its body: whoever has no key makes nobody wait for one (design §3.1). Its body says nothing. */
    @Override
    public Opening open(CallHead head, KeyRing keys, Instant now) {
        if (!head.isGet()) {
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
            case TokenCheck.Verified verified -> new Authenticity.Authentic(new Call(this, head, verified));
            case TokenCheck.Rejected(var rejection) -> new Authenticity.Refused(rejection);
        };
    }

    /** One that the marketplace made. */
    public static final class Call implements VerifiedCall {

        private final TokenCalls calls;
        private final CallHead head;
        private final TokenCheck.Verified check;

        private Call(TokenCalls calls, CallHead head, TokenCheck.Verified check) {
            this.calls = calls;
            this.head = head;
            this.check = check;
        }

        public CallHead head() {
            return head;
        }

        /** What was signed. */
        public Members members() {
            var object = CallJson.object();
            check.parameters().forEach(object::put);
            return new Members(object);
        }

        /** Fact id of what has no identity but this call. */
        public String id() {
            return FactIds.ofToken(calls.dialect(), key().id(), check.token());
        }

        @Override
        public AccessKey key() {
            return check.key();
        }

        @Override
        public Instant signedAt() {
            // There is one: without it nothing verifies.
            var timeStamp = Objects.requireNonNull(check.parameters().get(AuthToken.TIME_STAMP));
            return TimeStamp.read(timeStamp, head.receivedAt());
        }

        /** There is no nonce; what the same call twice comes to is the same (design §4). */
        @Override
        public Optional<Once> once() {
            return Optional.empty();
        }

        @Override
        public boolean costly() {
            return check.parameters().keySet().stream().anyMatch(calls.costly()::contains);
        }

        @Override
        public Translation translate() {
            return calls.reader().translate(this);
        }
    }
}

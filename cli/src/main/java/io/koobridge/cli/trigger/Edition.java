package io.koobridge.cli.trigger;

import io.koobridge.cli.trigger.Exchange.BodySignVerdict;
import io.koobridge.cli.trigger.Exchange.Request;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which edition of the SaaS interface is spoken, and what counts as success there. */
enum Edition {
    /** A GET, signed by {@code authToken}; success is {@code 000000} alone, in a signed answer (saas-v1 §1.2). */
    V1 {
        @Override
        boolean takes(String resultCode, BodySignVerdict bodySign) {
            return resultCode.equals("000000") && bodySign == BodySignVerdict.RIGHT;
        }

        @Override
        Supplier<Request> calls(String activity, Content content, URI address, Source source) {
            var signing = new TokenSigning(source.key(), source.clock());
            var random = new Randomness(source.random());
            var call = content.query(activity, random::orderId, source.clock().instant());
            call.flaw().ifPresent(Edition::misused);
            return () -> signing.sign(address, call.parameters(random::businessId));
        }
    },
    /** A signed POST; "being provisioned" is a success, and an answer without {@code Body-Sign} is taken (saas-v2 §7.8, §8). */
    V2 {
        @Override
        boolean takes(String resultCode, BodySignVerdict bodySign) {
            return Set.of("000000", "000004").contains(resultCode) && bodySign != BodySignVerdict.WRONG;
        }

        @Override
        Supplier<Request> calls(String activity, Content content, URI address, Source source) {
            var random = new Randomness(source.random());
            var signing = new Signing(source.key(), source.clock(), random);
            var call = content.callback(activity, random::orderId);
            call.flaw().ifPresent(Edition::misused);
            return () -> signing.sign(address, call.body(random::businessId));
        }
    };

    /**
     * What calls are made of, apart from their content.
     *
     * @param clock perhaps skewed
     */
    record Source(AccessKey key, Clock clock, SecureRandom random) {}

    /** Where its key may be, the best place first. */
    List<String> keyVariables() {
        return switch (this) {
            case V1 -> List.of("KOOBRIDGE_KEY_V1", "KOOBRIDGE_KEY_BASE");
            case V2 -> List.of("KOOBRIDGE_KEY_BASE");
        };
    }

    /** Whether the marketplace is content with an answer of status 200. */
    abstract boolean takes(String resultCode, BodySignVerdict bodySign);

    /** One signed call after the other, each as the marketplace would repeat it. */
    abstract Supplier<Request> calls(String activity, Content content, URI address, Source source);

    private static void misused(String flaw) {
        throw new IllegalArgumentException(flaw);
    }
}

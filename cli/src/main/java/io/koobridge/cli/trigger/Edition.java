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
    V1(List.of("KOOBRIDGE_KEY_V1", "KOOBRIDGE_KEY_BASE"), Set.of("000000")) {
        @Override
        boolean takes(BodySignVerdict bodySign) {
            return bodySign == BodySignVerdict.RIGHT;
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
    V2(List.of("KOOBRIDGE_KEY_BASE"), Set.of("000000", "000004")) {
        @Override
        boolean takes(BodySignVerdict bodySign) {
            return bodySign != BodySignVerdict.WRONG;
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

    private final List<String> keyVariables;
    private final Set<String> accepting;

    Edition(List<String> keyVariables, Set<String> accepting) {
        this.keyVariables = keyVariables;
        this.accepting = accepting;
    }

    /** Where its key may be, the best place first. */
    List<String> keyVariables() {
        return keyVariables;
    }

    boolean takes(String resultCode, BodySignVerdict bodySign) {
        return accepting.contains(resultCode) && takes(bodySign);
    }

    abstract boolean takes(BodySignVerdict bodySign);

    /** One signed call after the other, each as the marketplace would repeat it. */
    abstract Supplier<Request> calls(String activity, Content content, URI address, Source source);

    private static void misused(String flaw) {
        throw new IllegalArgumentException(flaw);
    }
}

package io.koobridge.benchmark.micro;

import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.saas.v1.SaasV1;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import io.koobridge.runtime.identity.SellerId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A purchase in each edition, as each sends it: parameters, signature, translation. V1's call tells what was bought, V2's leaves that to a query of
 * the order; so V1 has more to read, and seals what is personal, which for V2 provisioning does.
 */
@State(Scope.Thread)
public class Editions {

    private static final byte[] NO_BODY = {};

    @Param({"V2", "V1", "V1_WITH_CONTACT"})
    public Sent edition = Sent.V2;

    private Dialect dialect = new SaasV2();
    private CallHead head = Heads.v2();
    private byte[] body = NO_BODY;

    /** What comes. */
    public enum Sent {
        V2,
        V1,
        /** With a telephone number and an address: each is decrypted, and sealed. */
        V1_WITH_CONTACT
    }

    @Setup
    public void prepare() {
        dialect = edition == Sent.V2 ? new SaasV2() : v1();
        body = edition == Sent.V2 ? Samples.body() : NO_BODY;
        head = switch (edition) {
            case V2 -> Heads.v2();
            case V1 -> Heads.v1();
            case V1_WITH_CONTACT -> Heads.v1WithContact();
        };
    }

    @Benchmark
    public Translation understand() {
        return verify().translate();
    }

    @Benchmark
    public VerifiedCall verify() {
        return dialect.open(head, Samples.NOW) instanceof Opening.Credible(var call)
                        && call.verify(body, Samples.NOW) instanceof Authenticity.Authentic(var authentic)
                ? authentic
                : refused();
    }

    private static VerifiedCall refused() {
        throw new IllegalStateException("the sample call is refused");
    }

    private static SaasV1 v1() {
        var sealer = Sealer.of(SealingKeys.generate().publicKeyset());
        return new SaasV1(new SaasV1.Tools(new InstanceNames(new SellerId(Samples.SELLER)), sealer, WaitingPage.NONE));
    }
}

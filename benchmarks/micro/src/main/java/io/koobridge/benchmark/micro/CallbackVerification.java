package io.koobridge.benchmark.micro;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.KeyRing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A V2 call against a list of keys of which the last one signed, so that all are tried. */
@State(Scope.Thread)
public class CallbackVerification {

    @Param({"1", "3"})
    public int keys;

    private KeyRing ring = Samples.keys(1);
    private BareMac bare = new BareMac(ring.first());
    private SignedCall call = SignedCall.of(ring.first(), Samples.body());
    private SignedCall forged = call.forged();

    @Setup
    public void prepare() {
        ring = Samples.keys(keys);
        var signer = ring.keys().getLast();
        bare = new BareMac(signer);
        call = SignedCall.of(signer, Samples.body());
        forged = call.forged();
    }

    @Benchmark
    public Verification verifyRight() {
        return BodySignature.verify(call.parameters(), call.body(), ring, Samples.NOW);
    }

    /** What a stranger can make us do: the body is brought into its canonical form and tried again. */
    @Benchmark
    public Verification verifyWrong() {
        return BodySignature.verify(forged.parameters(), forged.body(), ring, Samples.NOW);
    }

    /** One key's two digests. */
    @Benchmark
    public byte[] bareVerifyRight() {
        return bare.ofCall(call, call.body());
    }

    @Benchmark
    public byte[] bareVerifyWrong() {
        return bare.ofCall(forged, forged.body());
    }
}

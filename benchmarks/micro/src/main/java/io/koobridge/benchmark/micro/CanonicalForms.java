package io.koobridge.benchmark.micro;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.callback.v2.CanonicalForm;
import io.koobridge.crypto.callback.v2.Verification;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.wire.Json;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/** Which reading of the body was signed: its bytes, or its ascending form, which has to be made first (saas-v2 §7.4). */
@State(Scope.Thread)
public class CanonicalForms {

    /** How much comes. */
    public enum Size {
        CALL,
        KIB_200
    }

    @Param
    public Size body = Size.CALL;

    @Param({"RAW", "SORTED"})
    public CanonicalForm signed = CanonicalForm.RAW;

    private final KeyRing ring = Samples.keys(1);
    private final BareMac bare = new BareMac(ring.first());
    private final JsonMapper json = Json.mapper();
    private byte[] payload = Samples.body();
    private SignedCall call = SignedCall.of(ring.first(), payload);

    @Setup
    public void prepare() {
        payload = switch (body) {
            case CALL -> Samples.body();
            case KIB_200 -> Samples.largeBody();
        };
        call = switch (signed) {
            case RAW -> SignedCall.of(ring.first(), payload);
            case SORTED -> SignedCall.of(ring.first(), payload, Samples.spaced(payload));
            case SORTED_THROUGHOUT, SORTED_WITH_NULLS ->
                throw new IllegalArgumentException("of the joint-operations kit alone: " + signed);
        };
    }

    @Benchmark
    public Verification verify() {
        return BodySignature.verify(call.parameters(), call.body(), ring, Samples.NOW);
    }

    /** The digests of what was signed, after the body was read as a tree where it is not what was signed. */
    @Benchmark
    public byte[] bareVerify(Blackhole read) {
        if (signed == CanonicalForm.SORTED) {
            read.consume(json.readTree(call.body()));
        }
        return bare.ofCall(call, payload);
    }
}

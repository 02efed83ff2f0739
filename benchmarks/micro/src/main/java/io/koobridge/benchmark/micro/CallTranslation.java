package io.koobridge.benchmark.micro;

import io.koobridge.events.wire.Json;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A purchase from the edition's words into ours; and the whole of what the gateway does with it before it is stored. */
@State(Scope.Thread)
public class CallTranslation {

    private final SaasV2 dialect = new SaasV2();
    private final CallHead head = Heads.v2();
    private final byte[] body = Samples.body();
    private final VerifiedCall verified = verified();
    private final JsonMapper json = Json.mapper();

    @Benchmark
    public Translation translate() {
        return verified.translate();
    }

    @Benchmark
    public JsonNode bareTranslate() {
        return json.readTree(body);
    }

    /** Parameters, signature, translation. */
    @Benchmark
    public Translation understand() {
        return verified().translate();
    }

    private VerifiedCall verified() {
        return dialect.open(head, Samples.NOW) instanceof Opening.Credible(var call)
                        && call.verify(body, Samples.NOW) instanceof Authenticity.Authentic(var authentic)
                ? authentic
                : refused();
    }

    private static VerifiedCall refused() {
        throw new IllegalStateException("the sample call is refused");
    }
}

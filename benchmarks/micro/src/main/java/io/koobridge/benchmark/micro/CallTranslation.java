package io.koobridge.benchmark.micro;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.events.wire.Json;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.SaasTerms;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A purchase from the edition's words into ours; and the whole of what the gateway does with it before it is stored. */
@State(Scope.Thread)
public class CallTranslation {

    private static final SaasTerms TERMS = new SaasTerms(
            null, new SaasTerms.V1(ZoneOffset.UTC, EncryptType.AES_256, false, Duration.ofSeconds(12), Map.of()));

    private final SaasV2 dialect = new SaasV2();
    private final CallHead head = head();
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

    private static CallHead head() {
        var keys = Samples.keys(1);
        var address = new ProductionAddress(
                Samples.SOURCE,
                AddressKind.SAAS,
                new AddressCodes(Edition.INTL, AddressCodes.USUAL_CHANGE_REFUSED),
                new AddressKeys(keys, keys, Optional.empty()),
                TERMS);
        var call = SignedCall.of(keys.first(), Samples.body());
        var query = "signature=%s&timestamp=%s&nonce=%s"
                .formatted(call.parameters().signature().hex(), Samples.TIMESTAMP, SignedCall.NONCE);
        return new CallHead(address, "POST", query, HttpHeaders.EMPTY, Samples.NOW, Schedulers.immediate());
    }
}

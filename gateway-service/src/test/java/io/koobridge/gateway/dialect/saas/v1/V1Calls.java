package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.seal.Opener;
import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.crypto.seal.SealingKeys;
import io.koobridge.events.SealedText;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.AddressTerms;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.v1.V1Vectors;
import io.koobridge.runtime.identity.SellerId;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;

/** A seller's V1 address, called with signed queries. */
final class V1Calls {

    static final AccessKey KEY = new AccessKey("v1-1", V1Vectors.key(), null);
    static final Instant RECEIVED = Instant.parse("2026-03-31T01:15:08Z");
    static final String SELLER = "seller-of-tests";

    private static final SealingKeys CONTACT = SealingKeys.generate();

    private final V1Terms terms;
    private final SaasV1 dialect = new SaasV1(new SaasV1.Tools(
            new InstanceNames(new SellerId(SELLER)), Sealer.of(CONTACT.publicKeyset()), WaitingPage.NONE));

    V1Calls(V1Terms terms) {
        this.terms = terms;
    }

    V1Calls() {
        this(UsualTerms.FOR_V1);
    }

    /** A query string in the form {@code a=b&c=d}, unencoded; the time stamp is that of the moment. */
    Translation translate(String parameters) {
        return verified(parsed(parameters)).translate();
    }

    VerifiedCall verifiedCall(String parameters) {
        return verified(parsed(parameters));
    }

    VerifiedCall verified(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.putIfAbsent("timeStamp", "20260331011507482");
        all.put("authToken", AuthToken.sign(KEY, all));
        var query = all.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return verified(query);
    }

    VerifiedCall verified(String query) {
        return verify("GET", query, new HttpHeaders(), "") instanceof Authenticity.Authentic(var call)
                ? call
                : throwing();
    }

    /**
     * The encoded token of what is said.
     *
     * @param parameters in the form {@code a=b&c=d}, unencoded
     */
    String token(String parameters) {
        return URLEncoder.encode(AuthToken.sign(KEY, parsed(parameters)), UTF_8);
    }

    private static Map<String, String> parsed(String parameters) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : parameters.split("&", -1)) {
            all.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return all;
    }

    Authenticity verify(String method, String query, HttpHeaders headers, String body) {
        return switch (dialect.open(head(method, query, headers), RECEIVED)) {
            case Opening.Refused(var rejection) -> new Authenticity.Refused(rejection);
            case Opening.Credible(var call) -> call.verify(body.getBytes(UTF_8), RECEIVED);
        };
    }

    Opening open(String method, String query) {
        return dialect.open(head(method, query, new HttpHeaders()), RECEIVED);
    }

    boolean speaks(String method, String query) {
        return dialect.speaks(head(method, query, new HttpHeaders()));
    }

    private CallHead head(String method, String query, HttpHeaders headers) {
        var ring = KeyRing.of(KEY);
        var address = new ProductionAddress(
                "/koogallery/saas",
                AddressKind.SAAS,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(KeyRing.of(new AccessKey("base-1", "another-key", null)), ring, Optional.empty()),
                new AddressTerms(null, terms));
        return new CallHead(address, method, query, headers, RECEIVED, Schedulers.parallel());
    }

    /** What stands behind a sealed text; null when it was sealed for something else. */
    static @Nullable String opened(@Nullable SealedText sealed, String instanceId, String field) {
        return sealed != null
                        && Opener.of(CONTACT.privateKeyset()).open(sealed.value(), new SealContext(instanceId, field))
                                instanceof io.koobridge.crypto.seal.Opening.Opened(var text)
                ? text
                : null;
    }

    private static VerifiedCall throwing() {
        throw new AssertionError("the call does not verify");
    }
}

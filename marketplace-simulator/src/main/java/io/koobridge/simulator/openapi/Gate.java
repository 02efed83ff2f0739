package io.koobridge.simulator.openapi;

import io.koobridge.simulator.openapi.Api.Asked;
import io.koobridge.simulator.signing.AccessKeyVerifier;
import io.koobridge.simulator.signing.AccessVerdict.Passed;
import io.koobridge.simulator.signing.AccessVerdict.Refused;
import io.koobridge.simulator.signing.ReceivedRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The API gateway: knows what exists, checks the access key, fails when it was told to, hands over. */
public final class Gate {
    static final String PREFIX = "/api/mkp-openapi-public";

    private final AccessKeyVerifier verifier;
    private final Apis apis;
    private final ApiFaultBoard faults;

    public Gate(AccessKeyVerifier verifier, Apis apis, ApiFaultBoard faults) {
        this.verifier = verifier;
        this.apis = apis;
        this.faults = faults;
    }

    /**
     * What becomes of a request.
     *
     * @param name as the record calls it
     * @param orderId that it is about, if it is known
     */
    record Passage(String name, @Nullable String orderId, End end) {}

    sealed interface End {
        /**
         * A whole answer.
         *
         * @param fault the kind that made it, if one did
         * @param after so late
         */
        record Answered(ApiAnswer answer, @Nullable String fault, Duration after) implements End {}

        /** No whole answer, whether it was done or not. */
        record Never(ApiFault fault) implements End {}
    }

    Passage enter(ReceivedRequest request, MultiValueMap<String, String> query) {
        Api api = apis.at(request.method(), request.rawPath()).orElse(null);
        if (api == null) {
            return new Passage(
                    "unknown",
                    query.getFirst("orderId"),
                    error(404, "APIGW.0101", "The API does not exist or has not been published in the environment"));
        }
        Asked asked = new Asked(request, query, false);
        String orderId = api.orderId(asked);
        return new Passage(
                api.name().recorded(),
                orderId,
                switch (verifier.verify(request)) {
                    case Refused refused -> error(401, "APIGW.0301", refused.message());
                    case Passed _ ->
                        faults.of(api.name())
                                .take()
                                .map(fault -> failing(fault, api, asked))
                                .orElseGet(() -> new End.Answered(api.answer(asked), null, Duration.ZERO));
                });
    }

    static Passage tooLarge() {
        return new Passage("unknown", null, error(413, "APIGW.0201", "Request entity too large"));
    }

    static Passage busy() {
        return new Passage("unknown", null, error(503, "APIGW.0201", "Too many large requests at once"));
    }

    private static End failing(ApiFault fault, Api api, Asked asked) {
        return switch (fault) {
            case ApiFault.ResultCode code -> answered(fault, api.failure(code, asked));
            case ApiFault.GatewayError error ->
                answered(fault, ApiAnswer.gatewayError(error.status(), error.code(), "told to fail", requestId()));
            case ApiFault.HttpStatus status -> answered(fault, ApiAnswer.bare(status.status()));
            case ApiFault.Garbage _ ->
                answered(fault, ApiAnswer.page("<html><body>Service is being upgraded</body></html>"));
            case ApiFault.Hang _, ApiFault.Cut _ -> new End.Never(fault);
            case ApiFault.LostAnswer _ -> {
                var unused = api.answer(asked);
                yield new End.Never(fault);
            }
            case ApiFault.Delay delay ->
                new End.Answered(api.answer(asked), fault.name(), Duration.ofSeconds(delay.seconds()));
            case ApiFault.Partly _ -> answered(fault, api.answer(new Asked(asked.request(), asked.query(), true)));
        };
    }

    private static End answered(ApiFault fault, ApiAnswer answer) {
        return new End.Answered(answer, fault.name(), Duration.ZERO);
    }

    private static End error(int status, String code, String message) {
        return new End.Answered(ApiAnswer.gatewayError(status, code, message, requestId()), null, Duration.ZERO);
    }

    private static String requestId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

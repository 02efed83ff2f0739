package io.koobridge.simulator.openapi;

import io.koobridge.simulator.signing.AccessKeyVerifier;
import io.koobridge.simulator.signing.AccessVerdict.Passed;
import io.koobridge.simulator.signing.AccessVerdict.Refused;
import io.koobridge.simulator.signing.ReceivedRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The API gateway: knows what exists, checks the access key, fails when it was told to, hands over. */
public final class Gate {
    static final String PREFIX = "/api/mkp-openapi-public";
    private static final String ORDER_QUERY = PREFIX + "/global/v1/order/query";

    private final AccessKeyVerifier verifier;
    private final OrderQuery orderQuery;
    private final ApiFaults faults;

    public Gate(AccessKeyVerifier verifier, OrderQuery orderQuery, ApiFaults faults) {
        this.verifier = verifier;
        this.orderQuery = orderQuery;
        this.faults = faults;
    }

    /** What becomes of a request. */
    sealed interface Passage {
        /**
         * A whole answer.
         *
         * @param fault the kind that made it, if one did
         */
        record Answered(ApiAnswer answer, @Nullable String fault) implements Passage {}

        /** No whole answer. */
        record Never(ApiFault fault) implements Passage {}
    }

    static boolean isOrderQuery(String path) {
        return path.equals(ORDER_QUERY);
    }

    Passage enter(ReceivedRequest request, MultiValueMap<String, String> query) {
        if (!isOrderQuery(request.rawPath()) || !request.method().equals("GET")) {
            return error(404, "APIGW.0101", "The API does not exist or has not been published in the environment");
        }
        return switch (verifier.verify(request)) {
            case Refused refused -> error(401, "APIGW.0301", refused.message());
            case Passed _ -> {
                Optional<ApiFault> fault = faults.take();
                yield fault.isPresent()
                        ? failing(fault.get(), String.valueOf(query.getFirst("orderId")))
                        : new Passage.Answered(orderQuery.answer(query), null);
            }
        };
    }

    static Passage tooLarge() {
        return error(413, "APIGW.0201", "Request entity too large");
    }

    private static Passage failing(ApiFault fault, String subject) {
        return switch (fault) {
            case ApiFault.ResultCode code -> answered(fault, service(code, subject));
            case ApiFault.GatewayError error ->
                answered(fault, ApiAnswer.gatewayError(error.status(), error.code(), "told to fail", requestId()));
            case ApiFault.HttpStatus status -> answered(fault, ApiAnswer.bare(status.status()));
            case ApiFault.Garbage _ ->
                answered(fault, ApiAnswer.page("<html><body>Service is being upgraded</body></html>"));
            case ApiFault.Hang _, ApiFault.Cut _ -> new Passage.Never(fault);
        };
    }

    private static ApiAnswer service(ApiFault.ResultCode code, String subject) {
        String message = "told to fail";
        return code.withExtraInfo()
                ? ApiAnswer.failureAbout(subject, code.status(), code.code(), message)
                : ApiAnswer.failure(code.status(), code.code(), message);
    }

    private static Passage answered(ApiFault fault, ApiAnswer answer) {
        return new Passage.Answered(answer, fault.name());
    }

    private static Passage error(int status, String code, String message) {
        return new Passage.Answered(ApiAnswer.gatewayError(status, code, message, requestId()), null);
    }

    private static String requestId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

package io.koobridge.simulator.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** {@code GET …/global/v1/order/query} behind the gateway (usage-and-open-api §6). */
public final class OrderQuery implements Api {
    private static final String PATH = Gate.PREFIX + "/global/v1/order/query";
    private static final Set<String> PARAMETERS = Set.of("orderId", "orderLineId");
    private static final int LONGEST_ID = 64;

    private final OrderSource orders;

    public OrderQuery(OrderSource orders) {
        this.orders = orders;
    }

    @Override
    public ApiName name() {
        return ApiName.ORDER_QUERY;
    }

    @Override
    public boolean takes(String method, String path) {
        return method.equals("GET") && path.equals(PATH);
    }

    @Override
    public @Nullable String orderId(Asked asked) {
        return asked.query().getFirst("orderId");
    }

    @Override
    public ApiAnswer failure(ApiFault.ResultCode told, Asked asked) {
        String message = "told to fail";
        return told.withExtraInfo()
                ? ApiAnswer.failureAbout(String.valueOf(orderId(asked)), told.status(), told.code(), message)
                : ApiAnswer.failure(told.status(), told.code(), message);
    }

    @Override
    public ApiAnswer answer(Asked asked) {
        MultiValueMap<String, String> query = asked.query();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            if (!PARAMETERS.contains(parameter.getKey()) || parameter.getValue().size() > 1) {
                return ApiAnswer.failure(400, "MKT.0101", "Invalid parameter: " + parameter.getKey() + " is surplus");
            }
            String value = parameter.getValue().getFirst();
            if (value == null || value.isBlank() || value.length() > LONGEST_ID) {
                return ApiAnswer.failureAbout(
                        parameter.getKey(),
                        500,
                        "MKT.0100",
                        "Failure of input parameter: " + parameter.getKey() + " must have 1 to 64 characters");
            }
        }
        String orderId = query.getFirst("orderId");
        if (orderId == null) {
            return ApiAnswer.failure(400, "MKT.0101", "Invalid parameter: orderId is missing");
        }
        // No code of its own is documented for an order that does not exist: a value out of range it is.
        return orders.find(orderId, query.getFirst("orderLineId"))
                .map(order -> ApiAnswer.success(OrderAnswer.of(order)))
                .orElseGet(() -> ApiAnswer.failureAbout(
                        orderId, 500, "MKT.0100", "Failure of input parameter: order or order line does not exist"));
    }
}

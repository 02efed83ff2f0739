package io.koobridge.simulator.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** {@code GET …/global/v1/order/query} behind the gateway (usage-and-open-api §6). */
public final class OrderQuery {
    private static final Set<String> PARAMETERS = Set.of("orderId", "orderLineId");
    private static final int LONGEST_ID = 64;

    private final OrderSource orders;

    public OrderQuery(OrderSource orders) {
        this.orders = orders;
    }

    ApiAnswer answer(MultiValueMap<String, String> query) {
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

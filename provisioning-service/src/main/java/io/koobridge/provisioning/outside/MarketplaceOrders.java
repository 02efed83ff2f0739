package io.koobridge.provisioning.outside;

import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marketplace's order query (usage-and-open-api §6). */
public final class MarketplaceOrders implements OrderQuery {

    private static final Logger log = LoggerFactory.getLogger(MarketplaceOrders.class);

    private static final String PATH = "/api/mkp-openapi-public/global/v1/order/query";

    private final OpenApiClient marketplace;
    private final OrderReader reader;

    public MarketplaceOrders(OpenApiClient marketplace, Sealing contact) {
        this.marketplace = marketplace;
        this.reader = new OrderReader(contact);
    }

    @Override
    public Answer find(String instanceId, LookUp lookUp) {
        var answer = ask(instanceId, lookUp);
        if (answer instanceof Answer.NotNow(var why)) {
            log.atDebug()
                    .addKeyValue("instanceId", instanceId)
                    .addKeyValue("orderId", lookUp.order().orderId())
                    .addKeyValue("why", why)
                    .log("the order is not known yet");
        }
        return answer;
    }

    private Answer ask(String instanceId, LookUp lookUp) {
        var order = lookUp.order();
        var query = new LinkedHashMap<String, String>();
        query.put("orderId", order.orderId());
        order.lineId().ifPresent(line -> query.put("orderLineId", line));
        var answer = marketplace.get("order-query", instanceId, PATH, query).block();
        return switch (answer) {
            case OpenApiAnswer.Success(var body) -> reader.read(instanceId, lookUp, body.path("orderInfo"));
            case OpenApiAnswer.Refused(var code, var message) ->
                new Answer.NotNow("the marketplace answered %s: %s".formatted(code, message));
            case OpenApiAnswer.GatewayRefused(var status, var code, var message) ->
                new Answer.NotNow("the marketplace's gateway answered %d %s: %s".formatted(status, code, message));
            case OpenApiAnswer.Unavailable unavailable -> new Answer.NotNow(unavailable.why());
            case null -> new Answer.NotNow("the query ended without an answer");
        };
    }
}

package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.OrderSight;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.service.seal.Sealing;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marketplace's order query (usage-and-open-api §6). */
public final class MarketplaceOrders implements OrderQuery, OrderSight {

    private static final Logger log = LoggerFactory.getLogger(MarketplaceOrders.class);

    /**
     * Refusals that are about this order and no other: a parameter that is none (0100, 0101, 0199), somebody else's order (0150), nothing of that id (9001). The
     * others are about our keys, our rights or the marketplace itself, and end for all orders together (usage-and-open-api §2.6).
     */
    private static final Set<String> ABOUT_THE_ORDER = Set.of("0100", "0101", "0199", "0150", "9001");

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
        var answer = ask(instanceId, lookUp.order());
        return answer instanceof OpenApiAnswer.Success(var body)
                ? reader.read(instanceId, lookUp, body.path("orderInfo"))
                : new Answer.NotNow(why(answer));
    }

    @Override
    public Seen look(String subject, OrderKey order) {
        var answer = ask(subject, order);
        return switch (answer) {
            case OpenApiAnswer.Success(var body) ->
                OrderReader.see(order, body.path("orderInfo"))
                        .<Seen>map(Seen.Found::new)
                        .orElseGet(() -> new Seen.Denied(OrderReader.lineless(order)));
            case OpenApiAnswer.Refused refused
            when ABOUT_THE_ORDER.contains(refused.code()) -> new Seen.Denied(why(refused));
            case OpenApiAnswer.Refused _, OpenApiAnswer.GatewayRefused _, OpenApiAnswer.Unavailable _ ->
                new Seen.NotNow(why(answer));
        };
    }

    private OpenApiAnswer ask(String subject, OrderKey order) {
        var query = new LinkedHashMap<String, String>();
        query.put("orderId", order.orderId());
        order.lineId().ifPresent(line -> query.put("orderLineId", line));
        return Optional.ofNullable(
                        marketplace.get("order-query", subject, PATH, query).block())
                .orElseGet(() -> new OpenApiAnswer.Unavailable("the query ended without an answer", false));
    }

    private static String why(OpenApiAnswer answer) {
        return switch (answer) {
            case OpenApiAnswer.Success _ -> "answered";
            case OpenApiAnswer.Refused(var code, var message, var _) ->
                "the marketplace answered %s: %s".formatted(code, message);
            case OpenApiAnswer.GatewayRefused(var status, var code, var message) ->
                "the marketplace's gateway answered %d %s: %s".formatted(status, code, message);
            case OpenApiAnswer.Unavailable unavailable -> unavailable.why();
        };
    }
}

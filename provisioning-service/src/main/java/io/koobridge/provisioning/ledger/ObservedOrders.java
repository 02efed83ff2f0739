package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.Comparison;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Observed orders by other things than their id. */
public final class ObservedOrders implements StorePreparation {

    /** As the ledger writes an order. */
    private static final String ORDER_ID = "state.order.orderId";

    private static final String LINE = "state.order.orderLineId";
    private static final String PRODUCTS = "state.sighting.productIds";
    private static final String COMPARISON = "state.comparison";
    private static final Bson BY_COMPARISON = Indexes.ascending(COMPARISON);

    /** Lines of one order; more than any has. */
    private static final int LINES_AT_MOST = 500;

    private final MongoCollection<BsonDocument> orders;

    public ObservedOrders(MongoCollection<BsonDocument> orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.concat(orders.createIndex(Indexes.ascending(ORDER_ID, LINE)), orders.createIndex(BY_COMPARISON))
                .then();
    }

    /** The lines of an order that somebody told of. */
    public Flux<OrderKey> linesOf(String orderId) {
        return Flux.from(orders.find(eq(ORDER_ID, orderId)).limit(LINES_AT_MOST))
                .map(row -> new OrderKey(orderId, line(row), null));
    }

    /** Those that were looked up and rest until their calls come. */
    public Flux<String> resting() {
        return ids(and(eq(COMPARISON, Comparison.PENDING.name()), exists(PRODUCTS)));
    }

    /** Those of a product that nobody served when they were compared. */
    public Flux<String> notExpectedOf(String productId) {
        return ids(and(eq(COMPARISON, Comparison.NOT_EXPECTED.name()), eq(PRODUCTS, productId)));
    }

    private Flux<String> ids(Bson which) {
        return Flux.from(orders.find(which).projection(include("_id")))
                .map(row -> row.getString("_id").getValue());
    }

    /** Every result has a number. */
    public Mono<Map<Tags, Long>> byComparison() {
        return Flux.from(
                        orders.aggregate(List.of(match(gt(COMPARISON, "")), group("$" + COMPARISON, sum("orders", 1L))))
                                .hint(BY_COMPARISON))
                .reduceWith(ObservedOrders::none, (counted, row) -> {
                    counted.put(
                            tags(row.getString("_id").getValue()),
                            row.getNumber("orders").longValue());
                    return counted;
                });
    }

    private static Map<Tags, Long> none() {
        var none = new HashMap<Tags, Long>();
        for (var comparison : Comparison.values()) {
            none.put(tags(comparison.name()), 0L);
        }
        return none;
    }

    private static Tags tags(String comparison) {
        return Tags.of("comparison", comparison);
    }

    private static @Nullable String line(BsonDocument row) {
        var order = row.getDocument("state").getDocument("order");
        return order.isString("orderLineId") ? order.getString("orderLineId").getValue() : null;
    }
}

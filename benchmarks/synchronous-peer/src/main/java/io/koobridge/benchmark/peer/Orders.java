package io.koobridge.benchmark.peer;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** One document for each order line; whoever asks again gets the instance of the first time (saas-v2 §3.4). */
@Repository
class Orders {

    private final MongoCollection<Document> collection;

    Orders(MongoClient client) {
        this.collection = client.getDatabase("peer").getCollection("orders").withWriteConcern(WriteConcern.MAJORITY);
    }

    /** The instance of this order, which a worker is to provision. */
    String add(PurchaseCall call, Instant now) {
        String instanceId = UUID.randomUUID().toString();
        String id = call.orderId() + "|" + call.orderLineId();
        try {
            collection.insertOne(new Document("_id", id)
                    .append("instanceId", instanceId)
                    .append("businessId", call.businessId())
                    .append("status", "NEW")
                    .append("createdAt", Date.from(now)));
            return instanceId;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return known(id);
        }
    }

    private String known(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(order -> order.getString("instanceId"))
                .orElseThrow();
    }
}

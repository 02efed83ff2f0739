package io.koobridge.service.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.runtime.identity.SellerId;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Stores the seller's name with the ledger at the first start and compares it at every later one (design §4). */
public final class SellerStamp implements StorePreparation {

    private final SellerId seller;

    public SellerStamp(SellerId seller) {
        this.seller = seller;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        var stamped = database.getCollection("settings", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY)
                .findOneAndUpdate(
                        eq("_id", "seller-id"),
                        setOnInsert("value", seller.value()),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Mono.from(stamped)
                .map(document -> document.getString("value").getValue())
                .doOnNext(stored -> {
                    if (!stored.equals(seller.value())) {
                        throw new SellerMismatchException(seller.value(), stored);
                    }
                })
                .then();
    }
}

package io.koobridge.provisioning.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Names of instances: {@code {_id: name, instanceId}}. Whoever claims a name first has it, unless it is passed on. */
final class AliasTable {

    /** A question of this many names of the usual length is some 100 KiB; a store takes 16 MiB, and plans such a list before it reads. */
    private static final int NAMES_AT_ONCE = 1_000;

    private static final String NAME = "_id";
    private static final String INSTANCE_ID = "instanceId";

    private final MongoCollection<BsonDocument> collection;

    AliasTable(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    /** Empty when nobody has the name. */
    Mono<String> owner(String name) {
        return Mono.from(collection.find(eq(NAME, name)).first()).map(AliasTable::instance);
    }

    /** Who has these names; those that nobody has are absent. */
    Mono<Map<String, String>> owners(Collection<String> names) {
        return Flux.fromIterable(names)
                .buffer(NAMES_AT_ONCE)
                .concatMap(some -> collection.find(in(NAME, some)))
                .collect(
                        HashMap::new,
                        (owners, alias) -> owners.put(alias.getString(NAME).getValue(), instance(alias)));
    }

    /** Who has the name from now on: this instance, or whoever was before it. */
    Mono<String> claim(String name, String instance) {
        return Mono.from(collection.findOneAndUpdate(
                        eq(NAME, name),
                        setOnInsert(INSTANCE_ID, instance),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .map(AliasTable::instance);
    }

    /** Claims each name for its instance unless somebody was before it. Every single one is atomic, all together are not. */
    Mono<Void> claimAll(Map<String, String> instanceByName) {
        if (instanceByName.isEmpty()) {
            return Mono.empty();
        }
        var claims = instanceByName.entrySet().stream()
                .map(claim -> new UpdateOneModel<BsonDocument>(
                        eq(NAME, claim.getKey()),
                        setOnInsert(INSTANCE_ID, claim.getValue()),
                        new UpdateOptions().upsert(true)))
                .toList();
        return Mono.from(collection.bulkWrite(claims, new BulkWriteOptions().ordered(false)))
                .then();
    }

    /** Those of the names that one instance has, another one has then. */
    Mono<Void> pass(Collection<String> names, String from, String to) {
        return Mono.from(collection.updateMany(and(in(NAME, names), eq(INSTANCE_ID, from)), set(INSTANCE_ID, to)))
                .then();
    }

    private static String instance(BsonDocument alias) {
        return alias.getString(INSTANCE_ID).getValue();
    }
}

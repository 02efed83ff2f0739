package io.koobridge.service.ledger;

import com.mongodb.reactivestreams.client.MongoDatabase;
import reactor.core.publisher.Mono;

/** What has to be true of the store before it is used: an index, a document. Repeatable. */
@FunctionalInterface
public interface StorePreparation {

    Mono<Void> prepare(MongoDatabase database);
}

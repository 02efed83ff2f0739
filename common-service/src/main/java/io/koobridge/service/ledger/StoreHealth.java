package io.koobridge.service.ledger;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.BsonDocument;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the store answers a read now: the component {@code store}. */
public final class StoreHealth implements ReactiveHealthIndicator {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final MongoCollection<BsonDocument> settings;

    public StoreHealth(MongoCollection<BsonDocument> settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(settings.find().limit(1).first())
                .timeout(WITHIN)
                .then(Mono.fromSupplier(() -> Health.up().build()))
                // What the driver says may name addresses and accounts.
                .onErrorResume(_ -> Mono.just(Health.down()
                        .withDetail("why", "no answer within %d s".formatted(WITHIN.toSeconds()))
                        .build()));
    }
}

package io.koobridge.service.gauge;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Which replica counts: one document, claimed by a conditional update that says whether it changed something. */
public final class GaugeLease implements StorePreparation {

    private static final Bson ONE = eq("_id", "gauges");
    private static final String HOLDER = "holder";
    private static final String UNTIL = "until";
    private static final String NOBODY = "";

    private final MongoCollection<BsonDocument> settings;
    private final String holder;
    private final Clock clock;
    private final Duration length;
    private volatile Instant heldUntil = Instant.MIN;

    /**
     * One replica's view of the lease.
     *
     * @param holder this replica, and no other
     * @param length how long a replica that died keeps the others from counting
     */
    public GaugeLease(MongoCollection<BsonDocument> settings, String holder, Clock clock, Duration length) {
        this.settings = settings;
        this.holder = holder;
        this.clock = clock;
        this.length = length;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(settings.updateOne(
                        ONE,
                        combine(setOnInsert(HOLDER, NOBODY), setOnInsert(UNTIL, Date.from(Instant.EPOCH))),
                        new UpdateOptions().upsert(true)))
                .then();
    }

    /** Takes the lease or prolongs it; false when another replica has it. */
    Mono<Boolean> claim() {
        return Mono.defer(() -> {
            var now = clock.instant();
            var until = now.plus(length);
            var free = or(eq(HOLDER, holder), lte(UNTIL, Date.from(now)));
            return Mono.from(settings.updateOne(
                            and(ONE, free), combine(set(HOLDER, holder), set(UNTIL, Date.from(until)))))
                    .map(result -> result.getMatchedCount() == 1)
                    .doOnNext(ours -> heldUntil = ours ? until : Instant.MIN);
        });
    }

    /** Known without asking: a replica that was stopped for a while is not the holder any more when it goes on. */
    boolean held() {
        return clock.instant().isBefore(heldUntil);
    }

    /** The next one need not wait for the end of the lease. */
    Mono<Void> release() {
        heldUntil = Instant.MIN;
        return Mono.from(settings.updateOne(
                        and(ONE, eq(HOLDER, holder)),
                        combine(set(HOLDER, NOBODY), set(UNTIL, Date.from(Instant.EPOCH)))))
                .then();
    }
}

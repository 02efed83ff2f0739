package io.koobridge.license.ledger.code;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Instant;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Codes that wait for their activation: a call of version 2 takes a hundred. */
public final class WaitingCodes implements StorePreparation {

    /** As the ledger writes a code; times are ISO texts. */
    private static final String STAGE = "state.activation.stage";

    private static final String EFFECTIVE_AT = "state.activation.effectiveAt";

    private final MongoCollection<BsonDocument> codes;

    public WaitingCodes(MongoCollection<BsonDocument> codes) {
        this.codes = codes;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(codes.createIndex(Indexes.ascending(STAGE))).then();
    }

    /** Those of the same effect time that may be asked for now, without this one. */
    public Flux<Named> beside(String id, @Nullable Instant effectiveAt, Instant now) {
        var sameTime = effectiveAt == null ? exists(EFFECTIVE_AT, false) : eq(EFFECTIVE_AT, effectiveAt.toString());
        return Flux.from(codes.find(and(eq(STAGE, Stage.WISHED.name()), sameTime, ne("_id", id))))
                .filter(row -> due(row, now))
                .map(WaitingCodes::named);
    }

    private static boolean due(BsonDocument row, Instant now) {
        var state = row.getDocument("state");
        var activation = state.getDocument("activation");
        return state.isString("code")
                && !state.isString("releasedAt")
                && !(activation.isString("notBefore")
                        && Instant.parse(activation.getString("notBefore").getValue())
                                .isAfter(now));
    }

    private static Named named(BsonDocument row) {
        return new Named(
                row.getString("_id").getValue(),
                row.getDocument("state").getString("code").getValue());
    }
}

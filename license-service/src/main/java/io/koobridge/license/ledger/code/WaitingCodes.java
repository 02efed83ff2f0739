package io.koobridge.license.ledger.code;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Codes that wait for their activation: a call of version 2 takes a hundred. */
public final class WaitingCodes implements StorePreparation {

    /** As the ledger writes a code; times are ISO texts. */
    private static final String STAGE = "state.activation.stage";

    private static final String EFFECTIVE_AT = "state.activation.effectiveAt";
    private static final String NOT_BEFORE = "state.activation.notBefore";
    private static final String CODE = "state.code";
    private static final String RELEASED = "state.releasedAt";

    private final MongoCollection<BsonDocument> codes;

    public WaitingCodes(MongoCollection<BsonDocument> codes) {
        this.codes = codes;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(codes.createIndex(Indexes.ascending(STAGE, EFFECTIVE_AT, NOT_BEFORE)))
                .then();
    }

    /** Those of the same effect time that may be asked for now, without this one. */
    public Flux<Named> beside(String id, @Nullable Instant effectiveAt, Instant now) {
        var sameTime = effectiveAt == null ? exists(EFFECTIVE_AT, false) : eq(EFFECTIVE_AT, effectiveAt.toString());
        var wanted = and(eq(STAGE, Stage.WISHED.name()), sameTime, dueAbout(now), usable(), ne("_id", id));
        return Flux.from(codes.find(wanted)).filter(row -> due(row, now)).map(WaitingCodes::named);
    }

    /** As texts, whole seconds stand behind their fractions: at most a second too many. */
    private static Bson dueAbout(Instant now) {
        var nextSecond = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return or(exists(NOT_BEFORE, false), lte(NOT_BEFORE, nextSecond.toString()));
    }

    private static Bson usable() {
        return and(exists(CODE), exists(RELEASED, false));
    }

    private static boolean due(BsonDocument row, Instant now) {
        var activation = row.getDocument("state").getDocument("activation");
        return !(activation.isString("notBefore")
                && Instant.parse(activation.getString("notBefore").getValue()).isAfter(now));
    }

    private static Named named(BsonDocument row) {
        return new Named(
                row.getString("_id").getValue(),
                row.getDocument("state").getString("code").getValue());
    }
}

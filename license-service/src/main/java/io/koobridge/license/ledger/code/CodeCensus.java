package io.koobridge.license.ledger.code;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.Sighting.Status;
import io.koobridge.service.ledger.StorePreparation;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How many codes stand where. What that follows from stands in an index that answers alone. */
public final class CodeCensus implements StorePreparation {

    private static final String STAGE = "state.activation.stage";
    private static final String RELEASED = "state.releasedAt";
    private static final String FROZEN = "state.frozen.value";
    private static final String SEEN = "state.sighting.status";
    private static final String UNREPORTED = "state.usage.since";

    private static final Bson INDEX = Indexes.ascending(STAGE, FROZEN, SEEN, RELEASED);

    private static final BsonDocument COMBINATION = new BsonDocument("stage", new BsonString("$" + STAGE))
            .append("frozen", new BsonString("$" + FROZEN))
            .append("seen", new BsonString("$" + SEEN))
            .append("released", new BsonString("$" + RELEASED));

    private final MongoCollection<BsonDocument> codes;
    private final Clock clock;

    public CodeCensus(MongoCollection<BsonDocument> codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Flux.concat(codes.createIndex(INDEX), codes.createIndex(Indexes.ascending(STAGE, UNREPORTED)))
                .then();
    }

    /** Every word has a number. Expired are those of which the marketplace says so. */
    public Mono<Map<Tags, Long>> byState() {
        return Flux.from(codes.aggregate(List.of(match(gt(STAGE, "")), group(COMBINATION, sum("codes", 1L))))
                        .hint(INDEX))
                .reduceWith(CodeCensus::none, (counted, row) -> {
                    counted.merge(
                            label(word(row.getDocument("_id"))),
                            row.getNumber("codes").longValue(),
                            Long::sum);
                    return counted;
                });
    }

    /** For how many seconds the oldest use of a code in use has not been reported: of others nothing is, however long. */
    public Mono<Map<Tags, Long>> unreportedSeconds() {
        return Mono.from(codes.aggregate(List.of(
                        match(and(eq(STAGE, Stage.ACTIVE.name()), exists(UNREPORTED))),
                        group(BsonNull.VALUE, min("oldest", "$" + UNREPORTED)))))
                .filter(row -> row.isString("oldest"))
                .map(row -> Duration.between(
                                Instant.parse(row.getString("oldest").getValue()), clock.instant())
                        .toSeconds())
                .defaultIfEmpty(0L)
                .map(seconds -> Map.of(Tags.empty(), Math.max(0, seconds)));
    }

    /** The words of the states, in lower case. */
    private enum Word {
        SEEN,
        PENDING,
        ACTIVE,
        FROZEN,
        EXPIRED,
        RELEASED,
        REFUSED,
        UNKNOWN
    }

    private static Word word(BsonDocument combination) {
        var seen = combination.get("seen", BsonNull.VALUE) instanceof BsonString text ? text.getValue() : "";
        if (!combination.get("released", BsonNull.VALUE).isNull() || seen.equals(Status.RELEASED.name())) {
            return Word.RELEASED;
        }
        if (BsonBoolean.TRUE.equals(combination.get("frozen", BsonNull.VALUE))) {
            return Word.FROZEN;
        }
        if (seen.equals(Status.UNKNOWN.name())) {
            return Word.UNKNOWN;
        }
        return switch (Stage.valueOf(combination.getString("stage").getValue())) {
            case NONE -> Word.SEEN;
            case WISHED -> Word.PENDING;
            case REFUSED -> Word.REFUSED;
            case ACTIVE -> seen.equals(Status.EXPIRED.name()) ? Word.EXPIRED : Word.ACTIVE;
        };
    }

    private static Map<Tags, Long> none() {
        var none = new HashMap<Tags, Long>();
        for (var word : Word.values()) {
            none.put(label(word), 0L);
        }
        return none;
    }

    private static Tags label(Word word) {
        return Tags.of("state", word.name().toLowerCase(Locale.ROOT));
    }
}

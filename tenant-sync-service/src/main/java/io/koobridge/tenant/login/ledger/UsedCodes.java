package io.koobridge.tenant.login.ledger;

import static com.mongodb.client.model.Filters.lte;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.ledger.StorePreparation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import reactor.core.publisher.Mono;

/** {@code login-codes}: {@code {_id: digest, until}}. Codes and tickets that were shown, by digest: each is taken once, whichever replica it is shown to. */
public final class UsedCodes implements StorePreparation {

    /** Longer than an authentication centre takes one; it takes none twice itself. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final String UNTIL = "until";

    /** Those that this process saw need no question. */
    private static final int SEEN_HERE = 10_000;

    private final MongoCollection<BsonDocument> codes;
    private final Clock clock;
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().maximumSize(SEEN_HERE).build();

    public UsedCodes(MongoCollection<BsonDocument> codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public Mono<Void> prepare(MongoDatabase database) {
        return Mono.from(codes.createIndex(Indexes.ascending(UNTIL))).then();
    }

    /** False when it was used before, for whatever enterprise. */
    public Mono<Boolean> use(String application, String code) {
        var digest = SessionToken.digest(application + '\n' + code);
        return Mono.defer(() -> seen.getIfPresent(digest) == null ? insert(digest) : Mono.just(Boolean.FALSE));
    }

    private Mono<Boolean> insert(String digest) {
        var document = new BsonDocument("_id", new BsonString(digest))
                .append(UNTIL, new BsonDateTime(clock.instant().plus(REMEMBERED).toEpochMilli()));
        return Mono.from(codes.insertOne(document))
                .thenReturn(Boolean.TRUE)
                .onErrorResume(UsedCodes::taken, _ -> Mono.just(Boolean.FALSE))
                .doOnNext(_ -> seen.put(digest, Boolean.TRUE));
    }

    /** How many are too old for anybody to take them. */
    public Mono<Long> forgetBefore(Instant now) {
        return Mono.from(codes.deleteMany(lte(UNTIL, new BsonDateTime(now.toEpochMilli()))))
                .map(result -> result.getDeletedCount());
    }

    private static boolean taken(Throwable error) {
        return error instanceof MongoWriteException refused
                && refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}

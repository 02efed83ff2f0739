package io.koobridge.tenant.ledger;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.koobridge.tenant.ledger.RowDocument.CAUSES;
import static io.koobridge.tenant.ledger.RowDocument.ID;
import static io.koobridge.tenant.ledger.RowDocument.POSITION;
import static io.koobridge.tenant.ledger.RowDocument.REFUSED;
import static io.koobridge.tenant.ledger.RowDocument.STATE;
import static io.koobridge.tenant.ledger.RowDocument.VERSION;
import static io.koobridge.tenant.ledger.RowDocument.WORK;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.service.ledger.BsonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rows that change on one word, written together: each by compare-and-set, until one was overtaken. */
final class RowWrites<T> {

    private final MongoCollection<BsonDocument> rows;
    private final BiPredicate<T, T> says;
    private final Telling telling;
    private final List<WriteModel<BsonDocument>> models = new ArrayList<>();

    /** @param says whether two states look the same to whoever is told of them */
    RowWrites(MongoCollection<BsonDocument> rows, BiPredicate<T, T> says, Telling telling) {
        this.rows = rows;
        this.says = says;
        this.telling = telling;
    }

    void add(String id, RowTable.@Nullable Known<T> known, T next) {
        models.add(known == null ? inserted(id, next) : updated(known, next));
    }

    /** Whether all are written; what somebody else wrote meanwhile is not. */
    Mono<Boolean> write() {
        return models.isEmpty()
                ? Mono.just(true)
                : Mono.from(rows.bulkWrite(models, new BulkWriteOptions().ordered(true)))
                        .map(result -> result.getInsertedCount() + result.getMatchedCount() == models.size())
                        .onErrorResume(RowWrites::overtaken, _ -> Mono.just(false));
    }

    private InsertOneModel<BsonDocument> inserted(String id, T next) {
        var document = new BsonDocument(ID, new BsonString(id))
                .append(VERSION, new BsonInt64(1))
                .append(STATE, BsonJson.write(next))
                .append(POSITION, new BsonInt64(telling.position()))
                .append(CAUSES, RowDocument.remembering(telling.cause(), List.of()));
        if (telling.propagate()) {
            document.append(WORK, work(id, null));
        }
        return new InsertOneModel<>(document);
    }

    /** Whoever reads changes, and the directory, hear of it only where they would see a difference. */
    private UpdateOneModel<BsonDocument> updated(RowTable.Known<T> known, T next) {
        var row = known.row();
        var write = combine(
                set(STATE, BsonJson.write(next)),
                set(VERSION, row.version() + 1),
                set(CAUSES, RowDocument.remembering(telling.cause(), known.causes())));
        if (!says.test(row.state(), next)) {
            write = combine(write, set(POSITION, telling.position()), unset(REFUSED));
            write = telling.propagate() ? combine(write, set(WORK, work(row.id(), row.work()))) : write;
        }
        return new UpdateOneModel<>(RowDocument.unchanged(row), write);
    }

    /** Who waits already goes on waiting since then. */
    private BsonDocument work(String id, Row.@Nullable Pending pending) {
        var since = pending == null ? telling.now() : pending.since();
        return RowDocument.work(id, telling.tenantId(), telling.now(), since, 0);
    }

    private static boolean overtaken(Throwable error) {
        return error instanceof MongoBulkWriteException refused
                && refused.getWriteConcernError() == null
                && refused.getWriteErrors().stream()
                        .allMatch(each -> each.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}

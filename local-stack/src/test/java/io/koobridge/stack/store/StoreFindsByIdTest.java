package io.koobridge.stack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every write of a ledger names an id and a condition: what it costs must not depend on how many documents there are. */
class StoreFindsByIdTest {

    private static final int DOCUMENTS = 50_000;
    private static final int WRITES = 1_000;

    private final Path directory;
    private StoreProcess store;
    private MongoCollection<Document> things;

    StoreFindsByIdTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void start() {
        store = StoreProcess.in(directory);
        things = store.client().getDatabase("test").getCollection("things");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** By looking at all documents it would take many minutes. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aConditionalWriteLooksAtOneDocumentOfMany() {
        fill(DOCUMENTS);

        var changed = IntStream.range(0, WRITES)
                .mapToLong(each -> things.updateOne(and(eq("_id", each), eq("version", 1)), inc("version", 1))
                        .getMatchedCount())
                .sum();

        assertThat(changed).isEqualTo(WRITES);
    }

    @Test
    void theOtherConditionsStillDecide() {
        fill(3);

        assertThat(things.countDocuments(and(eq("_id", 1), eq("version", 1)))).isOne();
        assertThat(things.countDocuments(and(eq("_id", 1), eq("version", 2)))).isZero();
        assertThat(things.countDocuments(and(eq("_id", 9), eq("version", 1)))).isZero();
        assertThat(things.countDocuments(and(eq("_id", 1), eq("_id", 2)))).isZero();
        assertThat(things.countDocuments(and(eq("version", 1), and(eq("_id", 2), lt("version", 2)))))
                .isOne();
        assertThat(things.countDocuments(and(in("_id", 0, 2, 4), eq("version", 1))))
                .isEqualTo(2);
        assertThat(things.findOneAndUpdate(and(eq("_id", 1), eq("version", 1)), inc("version", 1)))
                .isEqualTo(document(1));
        assertThat(things.deleteOne(and(eq("_id", 1), eq("version", 1))).getDeletedCount())
                .isZero();
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    private void fill(int documents) {
        things.insertMany(IntStream.range(0, documents)
                .mapToObj(StoreFindsByIdTest::document)
                .toList());
    }

    private static Document document(int number) {
        return new Document("_id", number).append("version", 1);
    }
}

package io.koobridge.stack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index may make an answer quicker, and never another one: the same documents stand in a collection without any. */
class StoreAsksIndexesTest {

    private static final int SEED = 20_260_901;
    private static final int CHANGES = 600;
    private static final int MANY = 10_000;

    private final Path directory;
    private StoreProcess store;

    StoreAsksIndexesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void start() {
        store = StoreProcess.in(directory);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private MongoCollection<Document> indexed() {
        return store.client().getDatabase("test").getCollection("indexed");
    }

    private MongoCollection<Document> plain() {
        return store.client().getDatabase("test").getCollection("plain");
    }

    @Test
    void everyFilterFindsWhatItFindsWithoutAnIndex() {
        createIndexes();
        change(new Random(SEED));

        assertSame();
    }

    @Test
    void documentsOfBeforeAreInAnIndexThatIsMadeLater() {
        change(new Random(SEED));
        createIndexes();

        assertSame();
    }

    @Test
    void anIndexThatWasDroppedIsMadeAnew() {
        createIndexes();
        change(new Random(SEED));
        indexed().dropIndexes();
        change(new Random(SEED + 1));
        assertSame();

        createIndexes();

        assertSame();
    }

    @Test
    void aStoreThatWasKilledFindsTheSame() {
        createIndexes();
        change(new Random(SEED));
        stop();
        start();

        assertSame();
        change(new Random(SEED + 1));
        assertSame();
    }

    /** By looking at all documents it would take many minutes. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void documentsOfOneKindAreFoundAmongManyOthers() {
        indexed().createIndex(ascending("shelf", "number"));
        indexed()
                .insertMany(IntStream.range(0, MANY)
                        .mapToObj(each -> new Document("_id", each)
                                .append("shelf", "shelf-" + each / 10)
                                .append("number", each % 10))
                        .toList());

        for (int shelf = 0; shelf < MANY / 10; shelf++) {
            var last = indexed()
                    .find(and(eq("shelf", "shelf-" + shelf), lte("number", 8)))
                    .sort(Sorts.descending("number"))
                    .first();

            assertThat(last).containsEntry("_id", shelf * 10 + 8);
        }
    }

    private void createIndexes() {
        indexed().createIndex(ascending("letter", "number"));
        indexed().createIndex(ascending("inner.letter"), new IndexOptions().sparse(true));
        indexed().createIndex(ascending("own"), new IndexOptions().unique(true).sparse(true));
        indexed().createIndex(ascending("letters"));
    }

    /** Inserts, replacements, updates and deletions of the same documents in both collections. */
    private void change(Random random) {
        for (int i = 0; i < CHANGES; i++) {
            var id = random.nextInt(60);
            var change = change(id, random);
            change.on(indexed());
            change.on(plain());
        }
    }

    @FunctionalInterface
    private interface Change {
        void on(MongoCollection<Document> collection);
    }

    private static Change change(int id, Random random) {
        var document = document(id, random);
        var letter = letter(random);
        var number = random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> collection -> collection.deleteOne(eq(id));
            case 1 -> collection -> collection.updateMany(eq("letter", letter), set("number", number));
            case 2 -> collection -> collection.updateOne(eq(id), unset("letter"));
            case 3 ->
                collection -> collection.updateOne(and(eq(id), eq("number", number)), set("inner.letter", letter));
            default ->
                collection -> collection.replaceOne(eq(id), new Document(document), new ReplaceOptions().upsert(true));
        };
    }

    private static Document document(int id, Random random) {
        var document = new Document("_id", id)
                .append("letter", letter(random))
                .append(
                        "letters",
                        Stream.generate(() -> letter(random)).limit(2).toList());
        if (random.nextBoolean()) {
            document.append(
                    "number", random.nextBoolean() ? (Object) random.nextInt(3) : (Object) (long) random.nextInt(3));
        }
        if (random.nextBoolean()) {
            document.append("inner", new Document("letter", letter(random)));
        }
        if (random.nextBoolean()) {
            document.append("own", "own-" + id);
        }
        return document;
    }

    private static String letter(Random random) {
        return Character.toString('a' + random.nextInt(4));
    }

    private void assertSame() {
        assertThat(plain().countDocuments()).isPositive();
        for (var filter : filters()) {
            var expected = ids(plain(), filter);

            assertThat(ids(indexed(), filter)).as("%s", filter.toBsonDocument()).isEqualTo(expected);
            assertThat(indexed().countDocuments(filter))
                    .as("%s", filter.toBsonDocument())
                    .isEqualTo(expected.size());
        }
    }

    private static List<Integer> ids(MongoCollection<Document> collection, Bson filter) {
        return collection
                .find(filter)
                .sort(Sorts.ascending("_id"))
                .map(found -> found.getInteger("_id"))
                .into(new ArrayList<>());
    }

    private static List<Bson> filters() {
        return List.of(
                eq("letter", "a"),
                eq("letter", "z"),
                eq("letter", null),
                eq("number", 1),
                and(eq("letter", "a"), eq("number", 1)),
                and(eq("letter", "a"), eq("number", 1L)),
                and(eq("letter", "a"), eq("number", 1.0)),
                and(eq("letter", "a"), gt("number", 0)),
                and(eq("letter", "a"), eq("letter", "b")),
                and(eq("letter", "a"), and(eq("number", 2), in("_id", 1, 2, 3, 40))),
                and(eq("letter", "b"), eq("number", null)),
                or(eq("letter", "a"), eq("number", 1)),
                in("letter", "a", "c"),
                eq("inner.letter", "b"),
                and(eq("inner.letter", "b"), eq("letter", "b")),
                eq("inner", new Document("letter", "b")),
                eq("own", "own-7"),
                and(eq("own", "own-7"), eq("letter", "a")),
                and(eq("_id", 7), eq("letter", "a")),
                and(eq("_id", 7), eq("own", "own-7")),
                eq("letters", "a"),
                eq("letters", List.of("a", "b")),
                and(eq("letters", "a"), eq("letters", "b")),
                and(eq("letters", "c"), eq("letter", "c")));
    }
}

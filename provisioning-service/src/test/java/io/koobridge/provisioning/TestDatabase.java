package io.koobridge.provisioning;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.OrderMentions;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.TestStore;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;

/** A database of a test's own, and what this service has in it. */
public final class TestDatabase implements AutoCloseable {

    private final Questions questions = new Questions();
    private final MongoClient client;
    private final MongoDatabase database;

    public TestDatabase(Class<?> test) {
        var uri = new ConnectionString(TestStore.shared().freshConnectionString(test));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .addCommandListener(questions)
                .build());
        database = client.getDatabase(String.valueOf(uri.getDatabase()));
    }

    public MongoDatabase database() {
        return database;
    }

    public MongoCollection<BsonDocument> instances() {
        return LedgerModule.collection(database, "instances");
    }

    public Names names() {
        return new Names(
                LedgerModule.collection(database, "order-aliases"),
                LedgerModule.collection(database, "id-aliases"),
                "seller");
    }

    public OrderMentions mentions() {
        return new OrderMentions(LedgerModule.collection(database, "order-mentions"));
    }

    /** How many names were asked for at once at most. */
    public int mostNamesAtOnce() {
        return questions.mostNames.get();
    }

    @Override
    public void close() {
        client.close();
    }

    /** What the store is asked for by lists of names. */
    private static final class Questions implements CommandListener {

        private final AtomicInteger mostNames = new AtomicInteger();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find")
                    && event.getCommand().getDocument("filter").get("_id") instanceof BsonDocument names
                    && names.containsKey("$in")) {
                mostNames.accumulateAndGet(names.getArray("$in").size(), Math::max);
            }
        }
    }
}

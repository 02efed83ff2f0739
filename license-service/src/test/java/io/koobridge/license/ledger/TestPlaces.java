package io.koobridge.license.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.Licenses;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.ProductTerms.Catalog;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.Work;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Places in a database of a test's own. */
public final class TestPlaces implements AutoCloseable {

    public final MutableClock clock = MutableClock.at(Licenses.ORDERED);
    public final SlotTable slots;
    public final KnownInstances instances;
    public final OrderPlaces places;
    private final AtomicLong commands = new AtomicLong();
    private final MongoClient client;
    private final MongoCollection<BsonDocument> documents;
    private final MongoLedgerStore<KnownInstance> ledger;

    public TestPlaces(Class<?> test) {
        var uri = new ConnectionString(TestStore.shared().freshConnectionString(test));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        commands.incrementAndGet();
                    }
                })
                .build());
        var database = client.getDatabase(String.valueOf(uri.getDatabase()));
        documents = LedgerModule.collection(database, "license-slots");
        slots = new SlotTable(documents);
        slots.prepare(database).block();
        ledger = new MongoLedgerStore<>(LedgerModule.collection(database, "instances"), KnownInstance.class);
        instances = new KnownInstances(ledger);
        places = new OrderPlaces(slots, new OrderPlaces.Entitling(instances, new Catalog(Map.of())), clock);
    }

    public void holds(InstanceSnapshot snapshot) {
        var now = clock.instant();
        ledger.insert(snapshot.instanceId(), new KnownInstance(snapshot), new Work("t", 0, now, now, now))
                .block();
    }

    /** Ids and applications of all slots that are taken. */
    public Map<String, String> taken() {
        var taken = Flux.from(documents.find())
                .collectMap(slot -> slot.getString("_id").getValue(), slot -> slot.getString("application")
                        .getValue())
                .block();
        return Objects.requireNonNull(taken);
    }

    /** Whatever the application has, reserved or for good. */
    void forget(String application) {
        Mono.from(documents.deleteOne(Filters.eq("application", application))).block();
    }

    /** Whether the application has a place then. */
    Mono<Boolean> reserve(LicenseApplied application, OrderKey order, long quota) {
        var id = Licenses.licenseId(application);
        return places.reserve(List.of(new OrderPlaces.Wish(id, application.instanceId(), order, quota)))
                .map(reserved -> reserved.contains(id));
    }

    /** How often the store was asked so far. */
    long commands() {
        return commands.get();
    }

    /** Places that others took while nobody looked. */
    void fill(Slot.Shelf shelf, long from, long to) {
        var some = new ArrayList<BsonDocument>();
        for (long number = from; number < to; number++) {
            some.add(SlotTable.document(new Slot(shelf, number), "other-" + shelf.key() + number, null));
        }
        Flux.from(documents.insertMany(some)).then().block();
    }

    @Override
    public void close() {
        client.close();
    }
}

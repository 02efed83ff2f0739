package io.koobridge.service.config;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.service.facts.FactConsumer;
import io.koobridge.service.facts.FactRehearsal;
import io.koobridge.service.facts.FactReports;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.MongoLedgerStore;
import io.koobridge.service.ledger.StorePreparation;
import io.koobridge.service.reconcile.ReconcileLoop;
import io.koobridge.service.reconcile.ReconcileReports;
import io.koobridge.service.reconcile.Sweep;
import io.koobridge.service.work.WorkDesk;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** One ledger with all that moves it: facts in, requests, the loop, the sweep, the dry run. */
public final class LedgerModule<F, S> {

    private final LedgerDefinition<F, S> definition;
    private final EventCodec<F> codec;
    private final MongoLedgerStore<S> store;
    private final Ledger<S> ledger;
    private final FactConsumer<F, S> facts;
    private final ReconcileLoop<S> loop;
    private final Sweep sweep;
    private final FactRehearsal<F, S> rehearsal;
    private final WorkDesk<S> work;

    public LedgerModule(LedgerDefinition<F, S> definition, ServiceTools tools) {
        var telemetry = tools.telemetry();
        var name = definition.name();
        this.definition = definition;
        codec = new EventCodec<>(definition.family());
        store = new MongoLedgerStore<>(
                collection(tools.database(), name), definition.shape().type());
        ledger = new Ledger<>(store, definition.shape(), telemetry.clock(), tools.ids());
        facts = new FactConsumer<>(
                codec,
                definition.rules(),
                ledger,
                new FactConsumer.Surroundings(
                        name,
                        tools.guard().ready(),
                        tools.requests(),
                        tools.deadLetters(),
                        new FactReports(telemetry, tools.findings())));
        loop = new ReconcileLoop<>(
                new ReconcileLoop.Subject<>(store, definition.shape()),
                definition.worker(),
                definition.snapshots(),
                new ReconcileLoop.Surroundings(
                        telemetry.clock(),
                        tools.ids(),
                        tools.properties().lease(),
                        tools.requests(),
                        new ReconcileReports(telemetry, tools.findings())));
        var alarm = new Sweep.Tools(telemetry.clock(), tools.ids(), tools.requests());
        sweep = new Sweep(store, name, tools.properties().sweepGrace(), alarm);
        rehearsal = new FactRehearsal<>(codec, definition.rules(), ledger, definition.shape());
        work = new WorkDesk<>(name, new WorkDesk.Books<>(store, ledger, definition.shape()), definition.rules(), alarm);
    }

    /** A collection whose acknowledged writes survive the loss of a node (design §4). */
    public static MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
        return database.getCollection(name, BsonDocument.class).withWriteConcern(WriteConcern.MAJORITY);
    }

    public String name() {
        return definition.name();
    }

    /** To be bound to the ledger's topic of facts. */
    public FactConsumer<F, S> facts() {
        return facts;
    }

    public Ledger<S> ledger() {
        return ledger;
    }

    public StorePreparation preparation() {
        return store;
    }

    ReconcileLoop<S> loop() {
        return loop;
    }

    Sweep sweep() {
        return sweep;
    }

    /** What a record from Kafka would do. */
    public FactRehearsal<F, S> rehearsal() {
        return rehearsal;
    }

    /** What is unsettled, and how to have it tried again. */
    public WorkDesk<S> work() {
        return work;
    }

    /** Reads a fact in structured mode. */
    public Decoded<F> read(byte[] structuredEvent) {
        return codec.decodeStructured(structuredEvent);
    }

    /** What this fact would do now; nothing is written. */
    public Mono<Outcome<S>> preview(Event<F> event) {
        var rules = definition.rules();
        return rules.locate(event).flatMap(located -> ledger.find(located.subject())
                .map(found -> rules.decide(found.state(), located))
                .switchIfEmpty(Mono.defer(() -> withoutDocument(located))));
    }

    /** What is refused because there is no such document may be for one that is known by two names. */
    private Mono<Outcome<S>> withoutDocument(Event<F> event) {
        var rules = definition.rules();
        var here = rules.decide(null, event);
        return here instanceof Outcome.Refused<S>
                ? rules.otherName(event.subject())
                        .flatMap(ledger::find)
                        .map(other -> rules.decide(other.state(), event.about(other.id())))
                        .defaultIfEmpty(here)
                : Mono.just(here);
    }
}

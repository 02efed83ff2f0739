package io.koobridge.benchmark.load.ledger;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gateway, provisioning, broker and store with a ledger of one size. */
final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Supervisor supervisor;
    private final Gateway gateway;
    private final Meters meters;
    private final MongoClient store;

    private Stack(Supervisor supervisor, Gateway gateway, Provisioning provisioning) {
        this.supervisor = supervisor;
        this.gateway = gateway;
        this.meters = new Meters(provisioning.internalPort());
        this.store = MongoClients.create(
                "mongodb://127.0.0.1:" + provisioning.surroundings().storePort());
    }

    /** Where a stack runs, and who hears of it. */
    record Place(Path root, Path home, Progress progress) {}

    static Stack start(Place place, String marketplace, AccessKey key) {
        var processes = new Processes(place.root(), place.home());
        var supervisor = new Supervisor(place.home(), place.progress());
        try {
            int broker = FreePort.next();
            int storePort = FreePort.next();
            var provisioning = Provisioning.on(new Provisioning.Surroundings(broker, storePort, marketplace, key));
            var gateway = new Gateway(FreePort.next(), FreePort.next(), broker, provisioning.internalPort());
            supervisor.startTogether(List.of(processes.broker(broker), processes.store(storePort)));
            supervisor.startTogether(List.of(provisioning.process(processes), gateway.process(processes, key)));
            return new Stack(supervisor, gateway, provisioning);
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    /** One instance that lives as any does, and copies of it. */
    void populate(int size) throws InterruptedException {
        var ledger = new LedgerView(store.getDatabase(Provisioning.DATABASE));
        var first = new Sold(0);
        try (var feed = new FactFeed(gateway.brokerPort())) {
            feed.awaitDone(feed.publish(List.of(first.purchased(Instant.now()))));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ledger.isSettled(first)) {
            if (System.nanoTime() > deadline) {
                throw new StackFailure("The first instance is not real after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
        new Population(ledger, first).fillUpTo(size);
    }

    LoadClient client() throws InterruptedException {
        return new LoadClient(gateway.publicPort(), new Expectation("000000", true));
    }

    Meters.Reading meters() throws InterruptedException {
        return meters.read();
    }

    /** Processor time of each process since it began. */
    Map<String, Duration> processorTimes() {
        return supervisor.pids().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, process -> Usage.processorTime(process.getValue())));
    }

    @Override
    public void close() {
        store.close();
        meters.close();
        supervisor.close();
    }
}

package io.koobridge.benchmark.load.ledger;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.benchmark.load.targets.Target;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gateway, provisioning, broker and store with a ledger of one size. */
public final class LedgerStack implements AutoCloseable {

    private static final List<String> PROCESSES =
            List.of("gateway", Provisioning.NAME, Processes.STORE, Processes.BROKER);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Children children;
    private final Gateway gateway;
    private final Meters meters;
    private final MongoClient store;

    private LedgerStack(Children children, Gateway gateway, Provisioning provisioning) {
        this.children = children;
        this.gateway = gateway;
        this.meters = new Meters(provisioning.internalPort());
        this.store = MongoClients.create(
                "mongodb://127.0.0.1:" + provisioning.surroundings().storePort());
    }

    /** Where a stack runs, and who hears of it. */
    public record Place(Path root, Path home, Progress progress) {}

    /** Returns when all of it is ready. */
    public static LedgerStack start(Place place, String marketplace, AccessKey key) {
        var processes = new Processes(place.root(), place.home());
        var children = new Children(place.home(), place.progress());
        try {
            int broker = FreePort.next();
            int storePort = FreePort.next();
            var provisioning = Provisioning.on(new Surroundings(broker, storePort, marketplace, key));
            var gateway = new Gateway(FreePort.next(), FreePort.next(), broker, provisioning.internalPort());
            children.start(List.of(processes.broker(broker), processes.store(storePort)));
            children.start(List.of(provisioning.process(processes), gateway.process(processes, key)));
            return new LedgerStack(children, gateway, provisioning);
        } catch (RuntimeException e) {
            children.close();
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

    /** Takes purchases. */
    public Target target() {
        return new Target(
                "gateway",
                "full stack",
                gateway.publicPort(),
                Expectation.storedOrReady(),
                List.of(Provisioning.NAME, Processes.BROKER, Processes.STORE));
    }

    /** The process id of one of its processes. */
    public long pid(String process) {
        return children.pid(process);
    }

    LoadClient client() throws InterruptedException {
        return new LoadClient(gateway.publicPort(), Mix.EXPECTATION);
    }

    /** Provisioning's, as they are now. */
    public Meters.Reading meters() throws InterruptedException {
        return meters.read();
    }

    /** Processor time of each process since it began. */
    Map<String, Duration> processorTimes() {
        return PROCESSES.stream()
                .collect(Collectors.toMap(process -> process, process -> Usage.processorTime(children.pid(process))));
    }

    @Override
    public void close() {
        store.close();
        meters.close();
        children.close();
    }
}

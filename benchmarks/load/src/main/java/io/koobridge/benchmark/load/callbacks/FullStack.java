package io.koobridge.benchmark.load.callbacks;

import static io.koobridge.benchmark.load.callbacks.CallbackSection.LOADS;
import static io.koobridge.benchmark.load.callbacks.CallbackSection.LOW;

import io.koobridge.benchmark.load.generator.Purchases;
import io.koobridge.benchmark.load.ledger.LedgerStack;
import io.koobridge.benchmark.load.ledger.Marketplace;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Load;
import io.koobridge.benchmark.load.targets.Patience;
import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.benchmark.load.targets.Target;
import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The same calls with provisioning behind the gateway, each carried to its end. It is not judged, and so repeated less often. */
final class FullStack implements AutoCloseable {

    private static final int REPETITIONS = 2;

    /** Saturated, it would store more in a second than is carried to its end in ten. */
    private static final List<Load> RATES =
            LOADS.stream().filter(load -> load instanceof Load.Rate).toList();

    private static final long SEED = 6_2026;

    /** What a run leaves to be done may take several times as long as the run. */
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofSeconds(1));

    private final Lab lab;
    private final Marketplace marketplace;
    private final LedgerStack stack;
    private final Purchases purchases;

    private FullStack(Lab lab, Marketplace marketplace, LedgerStack stack, Purchases purchases) {
        this.lab = lab;
        this.marketplace = marketplace;
        this.stack = stack;
        this.purchases = purchases;
    }

    static FullStack start(Lab lab, Path home) throws IOException {
        var key = new AccessKey("benchmark", UUID.randomUUID().toString(), null);
        var marketplace = new Marketplace(Duration.ZERO);
        try {
            var stack =
                    LedgerStack.start(new LedgerStack.Place(lab.root(), home, lab.progress()), marketplace.url(), key);
            return new FullStack(lab, marketplace, stack, new Purchases(key, InstantSource.system(), SEED));
        } catch (RuntimeException e) {
            marketplace.close();
            throw e;
        }
    }

    Target target() {
        return stack.target();
    }

    List<Reading> measure() throws InterruptedException {
        var plan = lab.plan();
        var readings = new ArrayList<Reading>();
        try (var driver = new Driver(stack.target(), purchases, stack::pid, () -> 0)) {
            lab.progress().say("  warming up: " + stack.target().label());
            driver.warmUp(LOW, plan, plan.warmUp());
            awaitDone(driver);
            for (int repetition = 1; repetition <= Math.min(REPETITIONS, plan.repetitions()); repetition++) {
                lab.progress().say("  full stack, repetition " + repetition);
                for (var load : RATES) {
                    readings.add(driver.read(
                            load, CallbackSection.planFor(load, plan), repetition, () -> awaitDone(driver)));
                }
            }
        }
        return readings;
    }

    /** Until each purchase so far is a real instance. */
    private void awaitDone(Driver driver) throws InterruptedException {
        PATIENCE.await(() -> stack.meters().reconciled(), driver.answered(), "purchases are real instances");
    }

    @Override
    public void close() {
        stack.close();
        marketplace.close();
    }
}

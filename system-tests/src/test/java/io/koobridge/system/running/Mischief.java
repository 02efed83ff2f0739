package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.system.running.RecordingProvisioner.Mood;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Kills and stops processes and spoils the product's mood, one after the other; what and when follows from the seed. */
final class Mischief {

    /** Each is over when it returns; what it broke may still be coming back. */
    private enum Deed {
        PRODUCT_HANGS,
        PRODUCT_IS_SLOW,
        PRODUCT_IS_UNAVAILABLE,
        PRODUCT_POSTPONES,
        GATEWAY_HANGS,
        PROVISIONING_HANGS,
        BROKER_HANGS,
        GATEWAY_IS_KILLED,
        PROVISIONING_IS_KILLED,
        BROKER_IS_KILLED,
        STORE_IS_KILLED
    }

    private final Suite suite;
    private final Recorder product;
    private final Random random;
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);

    Mischief(Suite suite, Recorder product, long seed) {
        this.suite = suite;
        this.product = product;
        this.random = new Random(seed);
    }

    void once() {
        var deed = Deed.values()[random.nextInt(Deed.values().length)];
        done.merge(deed, 1, Integer::sum);
        switch (deed) {
            case PRODUCT_HANGS -> hang(product.process());
            case PRODUCT_IS_SLOW -> be(Mood.SLOW);
            case PRODUCT_IS_UNAVAILABLE -> be(Mood.UNAVAILABLE);
            case PRODUCT_POSTPONES -> be(Mood.WORKING);
            case GATEWAY_HANGS -> hang(suite.process(Part.GATEWAY));
            case PROVISIONING_HANGS -> hang(suite.process(Part.PROVISIONING));
            case BROKER_HANGS -> hang(suite.process(Part.BROKER));
            case GATEWAY_IS_KILLED -> kill(Part.GATEWAY);
            case PROVISIONING_IS_KILLED -> kill(Part.PROVISIONING);
            case BROKER_IS_KILLED -> kill(Part.BROKER);
            case STORE_IS_KILLED -> kill(Part.STORE);
        }
        pass(Duration.ofMillis(500 + random.nextInt(1_500)));
    }

    /** How often what was done. */
    Map<?, Integer> done() {
        return Map.copyOf(done);
    }

    private void be(Mood mood) {
        product.be(mood);
        try {
            pass(Duration.ofMillis(2_000 + random.nextInt(3_000)));
        } finally {
            product.be(Mood.USUAL);
        }
    }

    private void hang(ProcessHandle process) {
        Signals.stop(process);
        try {
            pass(Duration.ofMillis(1_000 + random.nextInt(4_000)));
        } finally {
            Signals.goOn(process);
        }
    }

    private void kill(Part part) {
        suite.kill(part);
        suite.awaitServing(part);
    }

    /** So long does something last: not a wait for anything. */
    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}

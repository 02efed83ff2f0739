package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.system.running.RecordingProvisioner.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kills and stops processes and spoils the product's mood, one after the other; what and when follows from the seed. */
final class Mischief {

    private final Suite suite;
    private final Recorder product;
    private final Random random;
    private final Deck deck;
    private final List<Answers.Away> gatewayAway = new ArrayList<>();
    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);

    Mischief(Suite suite, Recorder product, long seed) {
        this.suite = suite;
        this.product = product;
        this.random = new Random(seed);
        this.deck = new Deck(random);
    }

    void once() {
        var deed = deck.deal();
        done.merge(deed, 1, Integer::sum);
        var begin = Instant.now();
        doIt(deed);
        if (deed.victim() == Deed.Victim.GATEWAY) {
            gatewayAway.add(new Answers.Away(begin, Instant.now()));
        }
        pass(Duration.ofMillis(500 + random.nextInt(1_500)));
    }

    private void doIt(Deed deed) {
        switch (deed) {
            case PRODUCT_HANGS -> hang(product.process());
            case PRODUCT_IS_SLOW -> be(Mood.SLOW);
            case PRODUCT_IS_UNAVAILABLE -> be(Mood.UNAVAILABLE);
            case PRODUCT_POSTPONES -> be(Mood.WORKING);
            case GATEWAY_HANGS -> hang(suite.process(Part.GATEWAY));
            case PROVISIONING_HANGS -> hang(suite.process(Part.PROVISIONING));
            case LICENSE_HANGS -> hang(suite.process(Part.LICENSE));
            case BROKER_HANGS -> hang(suite.process(Part.BROKER));
            case STORE_HANGS -> hang(suite.process(Part.STORE));
            case GATEWAY_IS_KILLED -> kill(Part.GATEWAY);
            case PROVISIONING_IS_KILLED -> kill(Part.PROVISIONING);
            case LICENSE_IS_KILLED -> kill(Part.LICENSE);
            case BROKER_IS_KILLED -> kill(Part.BROKER);
            case STORE_IS_KILLED -> kill(Part.STORE);
        }
    }

    /** When the gateway was dead or stopped. */
    List<Answers.Away> gatewayAway() {
        return List.copyOf(gatewayAway);
    }

    /** How often what was done. */
    Map<Deed, Integer> done() {
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

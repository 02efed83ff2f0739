package io.koobridge.license.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.license.Applications;
import io.koobridge.testkit.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One application, one licence: never two, never none, wherever a process dies. */
@Tag("promise:one-licence")
class OneLicenseModelTest {

    private static final int INTERLEAVINGS = Boolean.getBoolean("koobridge.full") ? 100_000 : 5_000;
    private static final int STEPS = 60;

    /** Before and after each read and write, each call and each request. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProcessThatDiesAtAnySingleStepLeavesOneLicence(boolean withPurchase) {
        int steps = 0;
        while (diesAt(steps, withPurchase)) {
            steps++;
        }

        assertThat(steps).as("places to die at").isGreaterThan(15);
    }

    /** Whoever takes over dies, too. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoProcessesThatDieOneAfterTheOtherLeaveOneLicence(boolean withPurchase) {
        int pairs = 0;
        for (int first = 0; diesAt(first, withPurchase); first++) {
            for (int second = 0; diesAt(first, second, withPurchase); second++) {
                pairs++;
            }
        }

        assertThat(pairs).isGreaterThan(200);
    }

    /** Facts are redelivered, requests lost and doubled, answers lost, instances renewed and released, workers killed. */
    @Test
    void everyInterleavingEndsWithOneLicence() throws Exception {
        beside(INTERLEAVINGS, seed -> {
            try {
                interleaved(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("interleaving with seed " + seed, e);
            }
        });
    }

    /** False when the process had done everything before it came to this step. */
    private static boolean diesAt(int step, boolean withPurchase) {
        var world = world(withPurchase);
        var died = die(world, step);
        world.becomeQuiet();
        assertRight(world, "died at step " + step);
        return died;
    }

    private static boolean diesAt(int first, int second, boolean withPurchase) {
        var world = world(withPurchase);
        die(world, first);
        world.renew();
        // Its lease runs out.
        world.clock.advance(Duration.ofMinutes(3));
        var died = die(world, second);
        world.becomeQuiet();
        assertRight(world, "died at steps %d and %d".formatted(first, second));
        return died;
    }

    private static LicenseWorld world(boolean withPurchase) {
        var facts = withPurchase ? List.<Event<LicenseFact>>of() : List.of(Applications.fact("f1", 0));
        return new LicenseWorld(new Outsiders(null), withPurchase, facts);
    }

    /** One process: it takes the fact, sweeps, and works on what is asked for. */
    private static boolean die(LicenseWorld world, int step) {
        var process = world.start(() -> {
            world.consuming().run();
            world.sweeping().run();
            while (!world.queue.isEmpty()) {
                world.working(world.queue.removeFirst()).run();
            }
        });
        for (int i = 0; i < step && !process.done(); i++) {
            process.resume();
        }
        var alive = !process.done();
        if (alive) {
            process.kill();
        }
        world.running().clear();
        return alive;
    }

    private static void assertRight(LicenseWorld world, String when) {
        try {
            world.assertEndedRight();
        } catch (AssertionError e) {
            throw new AssertionError(when, e);
        }
    }

    /** The model is strong enough to see what it is for: without the stored bytes, there are two licences. */
    @Test
    void withoutStoredBytesSomebodyHasTwoLicences() {
        var wrong = LongStream.range(0, 500).filter(seed -> !endsRight(seed)).count();

        assertThat(wrong).isPositive();
    }

    private static boolean endsRight(long seed) {
        var random = new Random(seed);
        var outsiders = new Outsiders(random);
        outsiders.forget();
        var world = new LicenseWorld(outsiders, false, facts(random));
        play(world, random);
        return outsiders.uploaded().size() <= 1;
    }

    private static void interleaved(long seed) {
        var random = new Random(seed);
        var withPurchase = random.nextInt(4) == 0;
        var world = new LicenseWorld(new Outsiders(random), withPurchase, withPurchase ? List.of() : facts(random));
        play(world, random);
        world.assertEndedRight();
    }

    private static void play(LicenseWorld world, Random random) {
        for (int step = 0; step < STEPS; step++) {
            act(world, random);
        }
        world.becomeQuiet();
    }

    private static List<Event<LicenseFact>> facts(Random random) {
        var facts = new ArrayList<Event<LicenseFact>>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            facts.add(Applications.fact("f" + i, i * 60));
        }
        if (random.nextBoolean()) {
            facts.add(facts.getFirst());
        }
        return facts;
    }

    private static void act(LicenseWorld world, Random random) {
        switch (random.nextInt(20)) {
            case 0, 1 -> consume(world);
            case 2, 3, 4 -> work(world, random);
            case 5 -> world.clock.advance(Duration.ofSeconds(random.nextInt(1, 120)));
            case 6 -> disturbQueue(world, random);
            case 7 -> world.start(world.sweeping());
            case 8 -> kill(world, random);
            case 9 -> world.start(world.retrying());
            case 10 -> world.renew();
            case 11 -> world.start(world.waking());
            case 12 -> {
                if (random.nextInt(6) == 0) {
                    world.start(world.releasing());
                }
            }
            default -> resume(world, random);
        }
    }

    /** One partition has one consumer. */
    private static void consume(LicenseWorld world) {
        if (!world.consumes()) {
            world.start(world.consuming());
        }
    }

    private static void work(LicenseWorld world, Random random) {
        if (!world.queue.isEmpty() && world.running().size() < 4) {
            world.start(world.working(world.queue.remove(random.nextInt(world.queue.size()))));
        }
    }

    private static void disturbQueue(LicenseWorld world, Random random) {
        if (!world.queue.isEmpty()) {
            var request = world.queue.get(random.nextInt(world.queue.size()));
            if (random.nextBoolean()) {
                world.queue.add(request);
            } else {
                world.queue.remove(request);
            }
        }
    }

    private static void kill(LicenseWorld world, Random random) {
        if (!world.running().isEmpty()) {
            world.running().remove(random.nextInt(world.running().size())).kill();
        }
    }

    private static void resume(LicenseWorld world, Random random) {
        if (!world.running().isEmpty()) {
            world.running().get(random.nextInt(world.running().size())).resume();
            world.running().removeIf(Coroutine::done);
        }
    }

    /** On virtual threads, as what they pause and resume: then no thread of the system has to be woken for each step. */
    private static void beside(int seeds, LongConsumer play) throws Exception {
        int strips = Runtime.getRuntime().availableProcessors();
        var tasks = IntStream.range(0, strips)
                .mapToObj(first -> Executors.callable(() -> LongStream.range(0, seeds)
                        .filter(seed -> seed % strips == first)
                        .forEach(play)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var strip : threads.invokeAll(tasks)) {
                strip.get();
            }
        }
    }
}

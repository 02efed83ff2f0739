package io.koobridge.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is lost, repeated, reordered or killed, reality ends as the marketplace wanted it last (design §9). */
class ReconcileModelTest {

    private static final int INTERLEAVINGS = Boolean.getBoolean("koobridge.full") ? 200_000 : 10_000;

    @Tag("promise:reality-follows")
    @Test
    void everyInterleavingEndsWithWhatWasWantedLast() throws Exception {
        beside(INTERLEAVINGS, seed -> {
            var world = new World(seed, true);
            try {
                world.run();
                world.assertEndedRight();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("interleaving with seed " + seed, e);
            }
        });
    }

    /** The model is strong enough to see what it is for: without the fencing number late calls win. */
    @Tag("promise:late-calls-are-fenced")
    @Test
    void aProductThatIgnoresTheGenerationEndsWrongSometimes() throws Exception {
        var wrong = new LongAdder();

        beside(2_000, seed -> {
            if (!endsRight(seed)) {
                wrong.increment();
            }
        });

        assertThat(wrong.sum()).isPositive();
    }

    /**
     * Worlds share nothing, so each processor plays some of them. On virtual threads, as what they pause and resume: then no thread of the
     * system has to be woken for each step.
     */
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

    private static boolean endsRight(long seed) {
        var world = new World(seed, false);
        world.run();
        try {
            world.assertEndedRight();
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }
}

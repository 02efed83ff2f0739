package io.koobridge.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is lost, repeated, reordered or killed, reality ends as the marketplace wanted it last (design §9). */
class ReconcileModelTest {

    private static final int INTERLEAVINGS = Boolean.getBoolean("koobridge.full") ? 200_000 : 10_000;

    @Tag("promise:reality-follows")
    @Test
    void everyInterleavingEndsWithWhatWasWantedLast() {
        LongStream.range(0, INTERLEAVINGS).forEach(seed -> {
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
    void aProductThatIgnoresTheGenerationEndsWrongSometimes() {
        var wrong = LongStream.range(0, 2_000).filter(seed -> !endsRight(seed)).count();

        assertThat(wrong).isPositive();
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

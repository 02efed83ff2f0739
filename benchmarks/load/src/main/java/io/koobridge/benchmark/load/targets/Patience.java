package io.koobridge.benchmark.load.targets;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;

/**
 * Waits until as much is done as was promised.
 *
 * @param limit after which nobody believes in it any more
 * @param glance before each look, the first one too: what was promised just now is hardly done
 */
public record Patience(Duration limit, Duration glance) {

    /** How much is done so far. */
    public interface Count {

        long now() throws InterruptedException;
    }

    /**
     * Returns when so many are done.
     *
     * @param what as in {@code purchases are real instances}
     * @throws StackFailure when they are not within the limit
     */
    public void await(Count done, long promised, String what) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Thread.sleep(glance);
            long now = done.now();
            if (now >= promised) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StackFailure("After %d s only %d of %d %s".formatted(limit.toSeconds(), now, promised, what));
            }
        }
    }
}

package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /** The first answer that will do, or the last one when none came in time. */
    static <T> T until(Duration within, Supplier<T> question, Predicate<? super T> done) {
        long deadline = System.nanoTime() + within.toNanos();
        T answer = question.get();
        while (!done.test(answer) && System.nanoTime() < deadline) {
            pause(PAUSE);
            answer = question.get();
        }
        return answer;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the demo waited", e);
        }
    }
}

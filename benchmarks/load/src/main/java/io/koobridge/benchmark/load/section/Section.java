package io.koobridge.benchmark.load.section;

import java.io.IOException;

/** A part of the benchmark that starts what it measures, measures it and stops it: nothing of it runs while another part does. */
public interface Section {

    /** What {@code --only} calls it, and its place in docs/performance.md: lower case letters and hyphens. */
    String name();

    /** Its heading. */
    String title();

    /** How often and how long it measures, in a sentence. */
    default String repeats(Plan plan) {
        return "Runs of %s s, %d repetitions: the median, and in brackets the least and the greatest."
                .formatted(
                        plan.run().toMillis() % 1000 == 0
                                ? Long.toString(plan.run().toSeconds())
                                : Double.toString(plan.run().toMillis() / 1000.0),
                        plan.repetitions());
    }

    /**
     * Measures.
     *
     * @throws io.koobridge.stack.process.StackFailure when something cannot be measured, as when an answer was wrong
     */
    Results run(Lab lab) throws InterruptedException, IOException;
}

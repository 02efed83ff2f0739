package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Section;

/** Under which a section's figures came about, in sentences. */
public final class Conditions {

    private Conditions() {}

    public static String of(Section section, Machine machine, Plan plan) {
        return """
                Made by `./koobridge benchmark --only %s` on %s. \
                Runs of %s s, %d repetitions: the median, and in brackets the least and the greatest.""".formatted(
                        section.name(),
                        machine.sentence(),
                        plan.run().toMillis() % 1000 == 0
                                ? Long.toString(plan.run().toSeconds())
                                : Double.toString(plan.run().toMillis() / 1000.0),
                        plan.repetitions());
    }
}

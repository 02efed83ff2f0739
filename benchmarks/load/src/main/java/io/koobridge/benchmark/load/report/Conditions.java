package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.section.Section;
import java.time.Duration;

/** Under which a section's figures came about, in sentences. */
public final class Conditions {

    private Conditions() {}

    public static String of(Section section, Machine machine, Plan plan, Duration took) {
        return """
                Made by `./koobridge benchmark --only %s` on %s. \
                %s It took %d min %d s.""".formatted(
                section.name(), machine.sentence(), section.repeats(plan), took.toMinutes(), took.toSecondsPart());
    }
}

package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;

/** x. */
public final class ScaleSection implements Section {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String title() {
        return "x";
    }

    @Override
    public Results run(Lab lab) {
        throw new UnsupportedOperationException();
    }
}

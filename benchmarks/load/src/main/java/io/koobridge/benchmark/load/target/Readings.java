package io.koobridge.benchmark.load.target;

import io.koobridge.benchmark.load.section.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All runs of a section. */
public record Readings(List<Reading> all) {

    public Readings {
        all = List.copyOf(all);
    }

    /**
     * What the repetitions of one measurement gave.
     *
     * @throws IllegalArgumentException when there was none
     */
    public Spread of(Target target, Load load, ToDoubleFunction<Reading> quantity) {
        return Spread.of(all.stream()
                .filter(reading ->
                        reading.target().equals(target) && reading.load().equals(load))
                .map(quantity::applyAsDouble)
                .toList());
    }
}

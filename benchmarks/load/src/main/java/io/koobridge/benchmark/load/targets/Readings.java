package io.koobridge.benchmark.load.targets;

import io.koobridge.benchmark.load.section.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All runs of a section. */
public record Readings(List<Reading> all) {

    public Readings {
        all = List.copyOf(all);
    }

    /** Whether a target was put under such a load at all. */
    public boolean has(Target target, Load load) {
        return all.stream()
                .anyMatch(reading ->
                        reading.target().equals(target) && reading.load().equals(load));
    }

    /** The same as text for a table's cell. */
    public String text(Target target, Load load, ToDoubleFunction<Reading> quantity, int decimals) {
        return has(target, load) ? of(target, load, quantity).text(decimals) : "–";
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

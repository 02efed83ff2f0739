package io.koobridge.benchmark.load.section;

import java.util.List;

/**
 * What a section found.
 *
 * @param tables for readers, in their order
 * @param bars what was to be reached, and whether it was
 * @param figures the same for machines
 */
public record Results(List<Table> tables, List<Bar> bars, List<Figure> figures) {

    public Results {
        tables = List.copyOf(tables);
        bars = List.copyOf(bars);
        figures = List.copyOf(figures);
    }
}

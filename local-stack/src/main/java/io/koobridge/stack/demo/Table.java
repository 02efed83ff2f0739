package io.koobridge.stack.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aligned columns. Every row has as many cells as the head. */
record Table(List<String> head, List<List<String>> rows) {

    private static final String GAP = "  ";

    String text() {
        List<Integer> widths =
                IntStream.range(0, head.size()).mapToObj(this::width).toList();
        List<String> rule = widths.stream().map("-"::repeat).toList();
        return Stream.concat(Stream.of(head, rule), rows.stream())
                .map(row -> line(row, widths))
                .collect(Collectors.joining());
    }

    private int width(int column) {
        return Stream.concat(Stream.of(head), rows.stream())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining(GAP, GAP, "\n"))
                .replaceAll(" +\n", "\n");
    }
}

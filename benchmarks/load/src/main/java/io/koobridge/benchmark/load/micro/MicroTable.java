package io.koobridge.benchmark.load.micro;

import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import io.koobridge.stack.process.StackFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the table that benchmarks/micro writes: a heading, a ruler, a line for each benchmark. */
final class MicroTable {

    private static final int HEAD = 2;
    private static final int RATIO = 4;

    private MicroTable() {}

    static Results of(List<String> lines) {
        var rows = lines.stream().map(MicroTable::cells).toList();
        if (rows.size() <= HEAD) {
            throw new StackFailure("JMH measured nothing");
        }
        var measured = rows.subList(HEAD, rows.size());
        var figures = new ArrayList<Figure>();
        for (var row : measured) {
            String name = "micro." + row.getFirst().replaceAll("[^A-Za-z0-9.]+", "-");
            figures.add(new Figure(name, "ns", single(row.get(1))));
            if (!row.get(RATIO).equals("-")) {
                figures.add(new Figure(name + ".ratio", "", single(row.get(RATIO))));
            }
        }
        var table = new Table(
                "Time of a part, beside bare work over the same bytes",
                rows.getFirst(),
                measured,
                List.of(
                        "Ratios compare; nanoseconds are this machine's. What the bare work is stands beside each benchmark in benchmarks/micro."));
        return new Results(List.of(table), List.of(), figures);
    }

    private static Spread single(String number) {
        double value = Double.parseDouble(number.replace(",", ""));
        return new Spread(value, value, value);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.toLowerCase(Locale.ROOT).equals("nan") ? "-" : cell)
                .toList();
    }
}

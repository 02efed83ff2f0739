package io.koobridge.benchmark.load.report;

import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables and bars as Markdown, which a terminal shows as well. */
public final class Markdown {

    private Markdown() {}

    /** Tables, each with its remarks, then the bars. Begins and ends without an empty line. */
    public static String of(Results results) {
        var parts = new ArrayList<String>();
        results.tables().forEach(table -> parts.add(table(table)));
        if (!results.bars().isEmpty()) {
            parts.add(bars(results.bars()));
        }
        return String.join("\n\n", parts);
    }

    private static String table(Table table) {
        var lines = new ArrayList<String>();
        lines.add("**" + table.title() + "**");
        lines.add("");
        lines.addAll(grid(table.columns(), table.rows()));
        if (!table.remarks().isEmpty()) {
            lines.add("");
            lines.addAll(table.remarks());
        }
        return String.join("\n", lines);
    }

    private static String bars(List<Bar> bars) {
        var rows = bars.stream()
                .map(bar -> List.of(bar.promise(), bar.measured(), bar.verdict().word()))
                .toList();
        return String.join("\n", grid(List.of("bar", "measured", ""), rows));
    }

    private static List<String> grid(List<String> columns, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(line(columns));
        lines.add(line(Collections.nCopies(columns.size(), "---")));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}

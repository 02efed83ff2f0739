package io.koobridge.cli.installation;

import java.util.ArrayList;
import java.util.List;

/** Columns for people: as wide as what is in them, cut where they would be endless. */
public final class Table {

    private static final int WIDEST = 100;
    private static final int WIDEST_LAST = 400;

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        rows.add(List.of(titles));
        rows.add(rows.getFirst().stream()
                .map(title -> "-".repeat(title.length()))
                .toList());
    }

    /** As many cells as there are titles. */
    public Table row(String... cells) {
        var row = new ArrayList<String>();
        for (int i = 0; i < cells.length; i++) {
            row.add(oneLine(cells[i], i == cells.length - 1 ? WIDEST_LAST : WIDEST));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.size() == 2;
    }

    /** Control characters of what strangers wrote do not reach the terminal. */
    private static String oneLine(String cell, int widest) {
        var line = new StringBuilder();
        cell.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.length() <= widest ? line.toString() : line.substring(0, widest - 1) + "…";
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                var cell = r == 1 ? "-".repeat(widths[i]) : rows.get(r).get(i);
                line.append(i == 0 ? "" : "  ").append(cell).repeat(" ", widths[i] - cell.length());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}

package io.koobridge.stack.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The table, printed as it comes: 140 columns, what does not fit is cut. Wrong rows say what was expected. */
final class Sheet {

    private static final List<String> HEAD =
            List.of("time", "call (> to the seller, < from it)", "answer", "ms", "sign", "state that all agree on");
    private static final List<Integer> WIDTHS = List.of(8, 44, 27, 5, 5, 38);
    private static final String GAP = " ";

    private final PrintStream out;
    private int rows;
    private int wrong;

    Sheet(PrintStream out) {
        this.out = out;
    }

    void head() {
        print("  ", HEAD);
        print("  ", WIDTHS.stream().map("-"::repeat).toList());
    }

    void row(Row row) {
        rows++;
        print(row.complaints().isEmpty() ? "ok" : "!!", row.cells());
        complain(row.complaints());
    }

    /** A row that says something of several calls, or of what can be seen elsewhere. */
    void check(String statement, boolean holds, String expected) {
        rows++;
        out.println((holds ? "ok " : "!! ") + "         " + statement);
        complain(holds ? List.of() : List.of("expected: " + expected));
    }

    /** What happens next. */
    void note(String sentence) {
        out.println();
        out.println("   -- " + sentence);
    }

    /** What a command printed, cut to the table's width. */
    void said(String command, String output) {
        out.println("   $ ./koobridge " + command);
        output.lines().forEach(line -> out.println("   | " + cut(line, 130)));
    }

    private void complain(List<String> complaints) {
        if (!complaints.isEmpty()) {
            wrong++;
            complaints.forEach(complaint -> out.println("            WRONG  " + complaint));
        }
    }

    private void print(String mark, List<String> cells) {
        var line = new ArrayList<String>();
        line.add(mark);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cut(cells.get(i), WIDTHS.get(i));
            line.add(cell + " ".repeat(WIDTHS.get(i) - cell.length()));
        }
        out.println(String.join(GAP, line).stripTrailing());
    }

    private static String cut(String text, int width) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= width ? plain : plain.substring(0, width - 2) + "..";
    }

    int rows() {
        return rows;
    }

    int wrong() {
        return wrong;
    }
}

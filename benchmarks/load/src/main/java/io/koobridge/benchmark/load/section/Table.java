package io.koobridge.benchmark.load.section;

import java.util.List;

/**
 * One table.
 *
 * @param columns headings; the first column holds words, the others numbers
 * @param rows as many cells each as there are columns
 * @param remarks sentences below it: what a reader must know to take the numbers for what they are
 */
public record Table(String title, List<String> columns, List<List<String>> rows, List<String> remarks) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table '%s' has %d columns, but a row of %d".formatted(title, columns.size(), row.size()));
            }
        }
    }
}

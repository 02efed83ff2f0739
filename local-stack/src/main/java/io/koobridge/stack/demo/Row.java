package io.koobridge.stack.demo;

import java.util.List;

/**
 * A line of the table.
 *
 * @param cells as many as the table has columns
 * @param complaints what was expected and did not come; none when all is right
 */
record Row(List<String> cells, List<String> complaints) {

    Row {
        cells = List.copyOf(cells);
        complaints = List.copyOf(complaints);
    }
}

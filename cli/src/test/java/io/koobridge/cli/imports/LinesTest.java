package io.koobridge.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinesTest {

    /** The service that reads the rows has the same test. */
    @Test
    void theColumnsOfThePageAreThoseThatAreTaken() throws IOException {
        var page = Files.readString(Path.of("../docs/import.md"));
        var table = page.substring(page.indexOf("| column | needed |")).split("\n\n", 2)[0];
        var columns = Pattern.compile("(?m)^\\|([^|]*)")
                .matcher(table)
                .results()
                .flatMap(cell ->
                        Pattern.compile("`(\\w+)`").matcher(cell.group(1)).results())
                .map(column -> column.group(1));

        assertThat(columns).containsExactlyInAnyOrderElementsOf(Lines.COLUMNS);
    }
}

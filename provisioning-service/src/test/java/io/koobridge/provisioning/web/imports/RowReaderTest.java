package io.koobridge.provisioning.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    /** queryInstance asks for several ids at once, parted by commas (saas-v1 §3.7). */
    @ParameterizedTest
    @ValueSource(strings = {"tenant,1", ",", "tenants/1", "/"})
    void anIdThatNobodyCouldAskForIsRefused(String id) {
        assertThat(read(id)).isEqualTo(new RowReader.Read.Faulty(id, "instanceId has a comma or a slash"));
    }

    @Test
    void otherSignsOfAnIdAreTheSellersOwn() {
        assertThat(read("tenant 1:a_b-c.d#é")).isInstanceOf(RowReader.Read.Row.class);
    }

    /** The command line has the same test. */
    @Test
    void theColumnsOfThePageAreThoseThatAreRead() throws IOException {
        var page = Files.readString(Path.of("../docs/import.md"));
        var table = page.substring(page.indexOf("| column | needed |")).split("\n\n", 2)[0];
        var columns = Pattern.compile("(?m)^\\|([^|]*)")
                .matcher(table)
                .results()
                .flatMap(cell ->
                        Pattern.compile("`(\\w+)`").matcher(cell.group(1)).results())
                .map(column -> column.group(1));

        assertThat(columns).containsExactlyInAnyOrderElementsOf(RowReader.MEMBERS);
    }

    private static RowReader.Read read(String instanceId) {
        return RowReader.read(Json.mapper()
                .valueToTree(
                        Map.of("instanceId", instanceId, "orderId", "CS1", "frontEndUrl", "https://old.example.com/")));
    }
}

package io.koobridge.provisioning.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import java.util.Map;
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

    private static RowReader.Read read(String instanceId) {
        return RowReader.read(Json.mapper()
                .valueToTree(
                        Map.of("instanceId", instanceId, "orderId", "CS1", "frontEndUrl", "https://old.example.com/")));
    }
}

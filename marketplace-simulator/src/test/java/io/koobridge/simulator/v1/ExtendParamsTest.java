package io.koobridge.simulator.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.simulator.market.Extension;
import io.koobridge.simulator.signing.FormEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtendParamsTest {

    @Tag("promise:two-readings")
    @Test
    void theFieldsAreWrittenAsTheVectors() throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/vectors/saas-v1.json"))) {
            JsonNode vectors = new JsonMapper().readTree(file).get("saasExtendParams");
            assertThat(vectors).isNotEmpty();
            for (JsonNode vector : vectors) {
                List<Extension> fields = vector.get("items").values().stream()
                        .map(item -> new Extension(
                                item.get("name").stringValue(),
                                item.get("value").stringValue()))
                        .toList();

                String written = ExtendParams.written(fields);

                assertThat(written).isEqualTo(vector.get("base64").stringValue());
                assertThat(FormEncoding.encode(written))
                        .isEqualTo(vector.get("urlencoded").stringValue());
            }
        }
    }

    @Test
    void moreThanTheTableAllowsIsRefused() {
        List<Extension> fields = Collections.nCopies(3, new Extension("long", "x".repeat(900)));

        assertThatThrownBy(() -> ExtendParams.written(fields)).hasMessageContaining("2048");
    }
}

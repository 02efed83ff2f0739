package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.events.wire.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class SealedTextTest {

    private static final SealedText SEALED = new SealedText("v1.c2VhbGVk");

    @Test
    void inJsonItIsAPlainText() {
        assertThat(Json.mapper().writeValueAsString(SEALED)).isEqualTo("\"v1.c2VhbGVk\"");
        assertThat(Json.mapper().readValue("\"v1.c2VhbGVk\"", SealedText.class)).isEqualTo(SEALED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "[]", "{\"value\":\"v1.c2VhbGVk\"}", "\"\"", "\" \""})
    void nothingElseIsOne(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.mapper().readValue(json, SealedText.class));
    }

    @Test
    void itIsNeverBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SealedText(" "));
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void itNeverPrintsItsContent() {
        assertThat(SEALED.toString()).doesNotContain("c2VhbGVk");
    }
}

package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of saas-v2 §7.8. */
class BodySignTest {
    private static final String SUCCESS = "{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}";

    @Tag("promise:two-readings")
    @Test
    void acceptsTheDocumentedHeaders() {
        assertThat(check(
                        "sign_type=\"HMAC-SHA256\", signature=\"2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=\"",
                        SUCCESS))
                .isEqualTo(BodySign.RIGHT);
        assertThat(check(
                        "sign_type=\"HMAC-SHA256\", signature=\"zPs4iprFxqWChlx49PRJFRRqXsHg94Lpe6QwbmAXBWM=\"",
                        "{\"resultCode\":\"000000\",\"resultMsg\":\"success\","
                                + "\"instanceId\":\"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10\"}"))
                .isEqualTo(BodySign.RIGHT);
    }

    @Test
    void acceptsTheBlankThatSomePrintedExamplesHave() {
        assertThat(check(
                        "sign_type=\"HMAC-SHA256\", signature= \"2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=\"",
                        SUCCESS))
                .isEqualTo(BodySign.RIGHT);
    }

    @Test
    void noticesThatTheBodyIsAnother() {
        assertThat(check(
                        "sign_type=\"HMAC-SHA256\", signature=\"2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=\"",
                        SUCCESS + " "))
                .isEqualTo(BodySign.WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=",
                "sign_type=HMAC-SHA256, signature=2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=",
                "sign_type=\"HMAC-SHA256\", signature=\"=\""
            })
    void callsAnotherFormWrong(String header) {
        assertThat(check(header, SUCCESS)).isEqualTo(BodySign.WRONG);
    }

    @Test
    void tellsAbsentFromWrong() {
        assertThat(check(null, SUCCESS)).isEqualTo(BodySign.ABSENT);
    }

    private static BodySign check(@Nullable String header, String body) {
        return BodySign.check("kg-test-key-4f7c2a90b1d8", header, body.getBytes(StandardCharsets.UTF_8));
    }
}

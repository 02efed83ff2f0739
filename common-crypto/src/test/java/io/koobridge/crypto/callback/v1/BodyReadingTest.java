package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReadingTest {

    @Test
    void membersAreTheTextsThatAreSigned() {
        assertThat(BodyReading.PLAIN
                        .of(bytes("{\"b\":\"青\\n\",\"a\":1.50,\"c\":null,\"d\":[1, {}],\"authToken\":\"t\"}"))
                        .orElseThrow())
                .containsExactly(
                        new Parameter("b", "青\n"),
                        new Parameter("a", "1.50"),
                        new Parameter("c", ""),
                        new Parameter("d", "[1,{}]"),
                        new Parameter("authToken", "t"));
    }

    @Test
    void valuesMayHaveBeenEncoded() {
        assertThat(BodyReading.URL_DECODED
                        .of(bytes("{\"a\":\"%E9%9D%92+x\",\"b\":1}"))
                        .orElseThrow())
                .containsExactly(new Parameter("a", "青 x"), new Parameter("b", "1"));
        assertThat(BodyReading.URL_DECODED.of(bytes("{\"a\":\"100 %\"}"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(BodyReading.class)
    void whatIsNoObjectHasNoReading(BodyReading reading) {
        assertThat(reading.of(bytes("[]"))).isEmpty();
        assertThat(reading.of(bytes("{\"a\":1} x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\""})
    void withoutAHeaderTheTokenIsAMember(String header) {
        var members =
                BodyReading.PLAIN.of(bytes("{\"authToken\":\"in-the-body\"}")).orElseThrow();

        assertThat(AuthToken.token(header, members)).isEqualTo("in-the-body");
        assertThat(AuthToken.token("\u201cin-the-header\u201d", members)).isEqualTo("in-the-header");
        assertThat(AuthToken.token(null, List.of())).isEmpty();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}

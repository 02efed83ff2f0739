package io.koobridge.gateway.dialect.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1E99999999999}",
                "{\"a\":{\"b\":-1e-99999999999}}"
            })
    void whatIsNotOneReadableObjectIsNothing(String body) {
        assertThat(CallJson.read(body.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":1e999}", " {\"实例\":\"\\u5b9e\"} ", "{\"a\":null}"})
    void oneObjectIsRead(String body) {
        assertThat(CallJson.read(body.getBytes(UTF_8))).isPresent();
    }
}

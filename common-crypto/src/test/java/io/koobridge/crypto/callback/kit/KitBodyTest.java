package io.koobridge.crypto.callback.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{ \"b\" : 1 , \"a\" : [ ] } | {\"a\":[],\"b\":1}",
                "{\"b\":null,\"a\":{\"d\":null,\"c\":1}} | {\"a\":{\"d\":null,\"c\":1}}",
                "{\"n\":1.0,\"m\":1e2,\"l\":-0,\"k\":12345678901234567890123} | {\"k\":12345678901234567890123,\"l\":-0,\"m\":1e2,\"n\":1.0}",
                "{\"a\":1,\"b\":2,\"a\":3} | {\"a\":3,\"b\":2}",
                "{\"a\":1,\"a\":null} | {}",
                "{\"u\":{\"x\":1,\"y\":2,\"x\":3}} | {\"u\":{\"x\":3,\"y\":2}}",
                "{\"l\":[{},[],[[1,2],{\"a\":[true,false,null]}],\"\"]} | {\"l\":[{},[],[[1,2],{\"a\":[true,false,null]}],\"\"]}",
                "{\"s\":\"\\u674e\\/\\ud83d\\ude00\\t\\\"\\\\\"} | {\"s\":\"李/😀\\t\\\"\\\\\"}",
                "{\"null\":\"null\",\"[\":\"[\",\"{\":\"{\"} | {\"[\":\"[\",\"null\":\"null\",\"{\":\"{\"}"
            })
    void theSortedFormIsWhatTheSampleSigns(String body, String sorted) {
        assertThat(text(KitBody.sorted(bytes(body)))).isEqualTo(sorted);
    }

    @Test
    void theOtherFormsDifferInOneThingEach() {
        byte[] body = bytes("{\"b\":null,\"a\":[{\"d\":null,\"c\":{\"f\":1,\"e\":2}}]}");

        assertThat(text(KitBody.sortedThroughout(body))).isEqualTo("{\"a\":[{\"c\":{\"e\":2,\"f\":1},\"d\":null}]}");
        assertThat(text(KitBody.sortedWithNulls(body)))
                .isEqualTo("{\"a\":[{\"d\":null,\"c\":{\"f\":1,\"e\":2}}],\"b\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{} {}",
                "{\"a\":}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":[1,}",
                "{\"a\":[1",
                "{a:1}",
                "{'a':1}",
                "\ufeff\ufeff{}"
            })
    void whatIsNoObjectHasNoForm(String body) {
        assertThat(KitBody.sorted(bytes(body))).isEmpty();
        assertThat(KitBody.sortedThroughout(bytes(body))).isEmpty();
        assertThat(KitBody.sortedWithNulls(bytes(body))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfABody() {
        assertThat(text(KitBody.sorted(bytes("\ufeff{\"b\":1,\"a\":2}")))).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @Test
    void bytesThatAreNoTextHaveNoForm() {
        assertThat(KitBody.sorted(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .isEmpty();
    }

    /** Sorting them would cost many times as much as reading them. */
    @Test
    void whatIsDeeperOrWiderThanAnyCallHasNoForm() {
        assertThat(KitBody.sorted(bytes("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}")))
                .isPresent();
        assertThat(KitBody.sorted(bytes("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}")))
                .isEmpty();
        assertThat(KitBody.sortedThroughout(bytes("{\"a\":".repeat(200_000)))).isEmpty();
        assertThat(KitBody.sorted(bytes(members(1_000)))).isPresent();
        assertThat(KitBody.sorted(bytes(members(1_001)))).isEmpty();
        assertThat(KitBody.sortedThroughout(bytes("{\"a\":[" + members(1_001) + "]}")))
                .isEmpty();
    }

    private static String members(int count) {
        var body = new StringBuilder("{");
        for (int at = 0; at < count; at++) {
            body.append(at == 0 ? "" : ",").append("\"m").append(at).append("\":1");
        }
        return body.append('}').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(Optional<byte[]> form) {
        return new String(form.orElseThrow(), UTF_8);
    }
}

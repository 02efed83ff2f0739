package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\'',
            value = {
                "{} => {}",
                "{ } => {}",
                "{\"a\":null} => {}",
                "{\"b\":1,\"a\":2} => {\"a\":2,\"b\":1}",
                "{\"b\":1,\"B\":2,\"_\":3,\"0\":4} => {\"0\":4,\"B\":2,\"_\":3,\"b\":1}",
                "{\"ab\":1,\"a\":2,\"\":3} => {\"\":3,\"a\":2,\"ab\":1}",
                "{\"o\":{\"z\":1,\"a\":null}} => {\"o\":{\"z\":1,\"a\":null}}",
                "{\"l\":[ 3 , null , {\"y\" : 1 , \"x\" : [ ] } , { } ]} => {\"l\":[3,null,{\"y\":1,\"x\":[]},{}]}",
                "{\"n\":[0,-0,1.0,1.50,1E5,1e+05,-1.2e-3,12345678901234567890,0.10000000000000000000000000001]} => {\"n\":[0,-0,1.0,1.50,1E5,1e+05,-1.2e-3,12345678901234567890,0.10000000000000000000000000001]}",
                "{\"t\":[true,false]} => {\"t\":[true,false]}",
                "{\"u\":\"https:\\/\\/a/b\"} => {\"u\":\"https://a/b\"}",
                "{\"e\":\"\\u5b9e\\u4F8B\"} => {\"e\":\"实例\"}",
                "{\"e\":\"\\ud83d\\ude00\"} => {\"e\":\"😀\"}",
                "{\"e\":\"😀é\u2028\u007f\"} => {\"e\":\"😀é\u2028\u007f\"}",
                "{\"e\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"} => {\"e\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"}",
                "{\"实\":1,\"\\u0061\":2} => {\"a\":2,\"实\":1}",
            })
    void isSortedOnTopAndCompact(String body, String canonical) {
        assertThat(canonical(body)).contains(canonical);
    }

    @Test
    void sortsByUtf16CodeUnitSoThatASurrogateComesBeforeAPrivateUseCharacter() {
        assertThat(canonical("{\"\uE000\":1,\"\uD83D\uDE00\":2}")).contains("{\"\uD83D\uDE00\":2,\"\uE000\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{} x",
                "{},",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":0x10}",
                "{\"a\":1 /* why */}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"\\ud83d\":1}",
                "{\"a\":[1,2}",
                "{\"a\":[}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":null,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"o\":{\"x\":1,\"x\":2}}",
                "{\"o\":[{\"x\":1,\"x\":2}]}",
            })
    void isThereOnlyForOneObjectWithoutRepeatedNames(String body) {
        assertThat(canonical(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7b2261223a22ff227d", // a byte that UTF-8 never has
                "7b2261223a22c0af227d", // an overlong slash
                "7b2261223a22eda080227d", // a surrogate spelled as UTF-8
                "7b2261223a22f4908080227d", // beyond U+10FFFF
                "7b2261223a22e5ae227d", // a character cut short
            })
    void isNotThereForBytesThatAreNotUtf8(String hex) {
        assertThat(CanonicalBody.of(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void isNotThereForAnotherEncodingOfUnicode() {
        assertThat(CanonicalBody.of("{\"a\":1}".getBytes(UTF_16))).isEmpty();
    }

    @Test
    void isNotThereForDepthOrDigitsBeyondReason() {
        assertThat(canonical("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .isEmpty();
        assertThat(canonical("{\"a\":".repeat(100_000))).isEmpty();
        assertThat(canonical("{\"a\":" + "9".repeat(200_000) + "}")).isEmpty();
        assertThat(canonical("{\"a\":1E" + "9".repeat(200_000) + "}")).isEmpty();
    }

    @Test
    void keepsANumberThatNoTypeCanHold() {
        assertThat(canonical("{\"a\": 1E999999999}")).contains("{\"a\":1E999999999}");
    }

    @Test
    void takesAsManyMembersAsABodyCanHold() {
        String members = IntStream.range(0, 30_000)
                .mapToObj(number -> "\"" + (99_999 - number) + "\" :1")
                .collect(Collectors.joining(","));

        assertThat(canonical("{" + members + "}"))
                .hasValueSatisfying(canonical -> assertThat(canonical).startsWith("{\"70000\":1,\"70001\":1,"));
    }

    @Test
    void isNotThrownOffByNamesThatCollideOnPurpose() {
        // "Aa" and "BB" share a hash code, and so do all their combinations.
        String members = IntStream.range(0, 1 << 12)
                .mapToObj(number -> Integer.toBinaryString(1 << 12 | number)
                        .replace("0", "Aa")
                        .replace("1", "BB"))
                .map(name -> "\"" + name + "\":1")
                .collect(Collectors.joining(","));

        assertThat(canonical("{" + members + "}")).isPresent();
    }

    @Property
    void isItsOwnCanonicalForm(@ForAll("objects") String body) {
        String canonical = canonical(body).orElseThrow();

        assertThat(canonical(canonical)).contains(canonical);
    }

    @Property
    void neverThrowsForAnyBytes(@ForAll byte[] body) {
        assertThat(CanonicalBody.of(body)).isNotNull();
    }

    @Provide
    Arbitrary<String> objects() {
        return JsonTexts.objects();
    }

    private static Optional<String> canonical(String body) {
        return CanonicalBody.of(body.getBytes(UTF_8)).map(bytes -> new String(bytes, UTF_8));
    }
}

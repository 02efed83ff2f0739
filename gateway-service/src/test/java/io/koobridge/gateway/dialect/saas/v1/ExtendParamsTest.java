package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.dialect.v1.V1Vectors;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExtendParamsTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsRead(JsonNode vector) {
        var expected = new LinkedHashMap<String, String>();
        vector.path("items")
                .forEach(item -> expected.put(
                        item.path("name").asString(), item.path("value").asString()));

        assertThat(ExtendParams.read(vector.path("base64").asString())).contains(expected);
        assertThat(ExtendParams.read(vector.path("urlencoded").asString())).contains(expected);
    }

    static Stream<JsonNode> vectors() {
        return V1Vectors.of("saasExtendParams");
    }

    @Test
    void aValueOfTwoDecodingsIsReadAsWell() {
        var once = URLEncoder.encode(base64("[{'name':'a','value':'>>?'}]"), UTF_8);

        assertThat(ExtendParams.read(URLEncoder.encode(once, UTF_8))).contains(Map.of("a", ">>?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name':'a','value':'1'},{'name':'a','value':'2'}]",
                "{'name':'a','value':'1'}",
                "{'a':'1'}",
                "[{'name':'a','value':1}]",
                "[{'value':'nameless'},7,{'name':'a','value':'1'}]"
            })
    void everyFormOfOneFieldIsRead(String json) {
        assertThat(ExtendParams.read(base64(json))).contains(Map.of("a", "1"));
    }

    @Test
    void aValueThatIsJsonItselfStaysWhatItIs() {
        assertThat(ExtendParams.read(base64("[{'name':'a','value':{'b':[1]}}]")))
                .contains(Map.of("a", "{\"b\":[1]}"));
    }

    @Test
    void paddingAndAlphabetDoNotMatter() {
        var padded = base64("[{'name':'n','value':'??>'}]");

        assertThat(padded).contains("=");
        assertThat(ExtendParams.read(padded.replace("=", "").replace('+', '-').replace('/', '_')))
                .isEqualTo(ExtendParams.read(padded))
                .isPresent();
    }

    @Test
    void aPlusThatBecameASpaceIsAPlusAgain() {
        var base64 = base64("[{'name':'n','value':'~~>>>'}]");

        assertThat(base64).contains("+");
        assertThat(ExtendParams.read(base64.replace('+', ' '))).contains(Map.of("n", "~~>>>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64 !", "%", "%zz", "e30x", "eyJhIjoxfQ==x", "////"})
    void whatCannotBeReadIsNothing(String value) {
        assertThat(ExtendParams.read(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "7", "true", "null"})
    void whatIsNoListOfFieldsCannotBeRead(String json) {
        assertThat(ExtendParams.read(base64(json))).isEmpty();
    }

    @Test
    void aTextHasAtMost2048Characters() {
        assertThat(ExtendParams.read(base64(fieldOf(1_528)))).isPresent();
        assertThat(ExtendParams.read(URLEncoder.encode(base64(fieldOf(1_528)), UTF_8)))
                .isPresent();
        assertThat(ExtendParams.read(base64(fieldOf(1_529)))).isEmpty();
    }

    /** Text of exactly 2,048 characters for 1,528: the rest has eight. */
    private static String fieldOf(int characters) {
        return "{'a':'%s'}".formatted("x".repeat(characters));
    }

    @Test
    void atMost128FieldsAreRead() {
        assertThat(ExtendParams.read(base64(fields(128))))
                .hasValueSatisfying(fields -> assertThat(fields).hasSize(128));
        assertThat(ExtendParams.read(base64(fields(129)))).isEmpty();
    }

    private static String fields(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "'%d':1".formatted(n))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Property
    void nothingMakesItThrow(@ForAll String value) {
        ExtendParams.read(value).ifPresent(fields -> assertThat(fields).doesNotContainKey(""));
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.replace('\'', '"').getBytes(UTF_8));
    }
}

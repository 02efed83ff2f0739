package io.koobridge.gateway.dialect.saas.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Property
    void nothingMakesItThrow(@ForAll String value) {
        ExtendParams.read(value).ifPresent(fields -> assertThat(fields).doesNotContainKey(""));
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(json.replace('\'', '"').getBytes(UTF_8));
    }
}

package io.koobridge.simulator.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.KitVectors;
import io.koobridge.simulator.signing.KitVectors.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@Tag("promise:two-readings")
class JsonTest {

    static Stream<Vector> signatures() {
        return KitVectors.of("signatures");
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void theSignedFormIsTheVectors(Vector vector) {
        assertThat(Json.payload(members(vector.text("body")))).isEqualTo(vector.text("canonical"));
    }

    @Test
    void theOtherFormsDifferInWhatTheyKeepAndSort() {
        Map<String, Object> body = members("{\"b\":null,\"a\":[{\"z\":1,\"y\":\"\"}]}");

        assertThat(Json.payload(body)).isEqualTo("{\"a\":[{\"z\":1,\"y\":\"\"}]}");
        assertThat(Json.payloadWithNulls(body)).isEqualTo("{\"a\":[{\"z\":1,\"y\":\"\"}],\"b\":null}");
        assertThat(Json.payloadSortedWithin(body)).isEqualTo("{\"a\":[{\"y\":\"\",\"z\":1}]}");
    }

    @Test
    void aParameterOfV1IsTextAsItIsAndNothingForNull() {
        assertThat(Json.parameters(members("{\"flag\":1,\"id\":null,\"list\":\"[\\\"a\\\"]\"}")))
                .isEqualTo(Map.of("flag", "1", "id", "", "list", "[\"a\"]"));
    }

    private static Map<String, Object> members(String json) {
        Map<String, Object> members = new LinkedHashMap<>();
        new JsonMapper().readTree(json).properties().forEach(each -> members.put(each.getKey(), each.getValue()));
        return members;
    }
}

package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class CanonicalQueryTest {

    @Property
    void doesNotDependOnOrderOrOnHowTheCallerEncoded(
            @ForAll @Size(max = 6) Map<@NotEmpty String, String> parameters, @ForAll Random random) {
        List<String> plain = new ArrayList<>();
        List<String> everyByte = new ArrayList<>();
        parameters.forEach((name, value) -> {
            plain.add(PercentEncoding.encode(bytes(name)) + "=" + PercentEncoding.encode(bytes(value)));
            everyByte.add(lowerCaseEscapes(name) + "=" + lowerCaseEscapes(value));
        });
        Collections.shuffle(everyByte, random);

        assertThat(CanonicalRequest.query(String.join("&", everyByte)))
                .isEqualTo(CanonicalRequest.query(String.join("&", plain)));
    }

    @Property
    void holdsOnlyUnreservedCharactersAndUpperCaseEscapes(
            @ForAll @Size(max = 5) @UniqueElements List<@NotEmpty String> names) {
        String query = names.stream().map(CanonicalQueryTest::lowerCaseEscapes).collect(Collectors.joining("&"));

        assertThat(CanonicalRequest.query(query).replaceAll("%[0-9A-F]{2}", "")).matches("[A-Za-z0-9._~&=-]*");
    }

    @Property
    void decodingUndoesEncoding(@ForAll String text) {
        assertThat(PercentEncoding.decode(PercentEncoding.encode(bytes(text)))).isEqualTo(bytes(text));
    }

    @Test
    void sortsUpperCaseFirstAndGivesEveryNameAnEqualsSign() {
        assertThat(CanonicalRequest.query("b=2&a=1&C=3&d&&c=")).isEqualTo("C=3&a=1&b=2&c=&d=");
    }

    @Test
    void keepsTheOrderOfTheValuesOfARepeatedName() {
        assertThat(CanonicalRequest.query("a=2&b=0&a=1")).isEqualTo("a=2&a=1&b=0");
    }

    @Test
    void aPlusIsAPlusAndABlankIsPercentTwenty() {
        assertThat(CanonicalRequest.query("a=1+1&b=x%20y")).isEqualTo("a=1%2B1&b=x%20y");
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String lowerCaseEscapes(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format("%%%02x", b & 0xff));
        }
        return escaped.toString();
    }
}

package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What saas-v2 §7.4 says of the canonical form, for any body. */
class CanonicalBodyPropertiesTest {

    @Property
    void isWhatASecondImplementationMakesOfIt(@ForAll("objects") String body) {
        assertThat(canonical(body)).isPresent().isEqualTo(secondOpinion(body.getBytes(UTF_8)));
    }

    @Property(tries = 3_000)
    void isThereForNearlyJsonExactlyWhenASecondImplementationHasOne(@ForAll("nearlyJson") String body) {
        assertThat(canonical(body)).isEqualTo(secondOpinion(body.getBytes(UTF_8)));
    }

    @Property(tries = 2_000)
    void isThereForAChangedBodyExactlyWhenASecondImplementationHasOne(
            @ForAll("objects") String body, @ForAll int position, @ForAll byte value) {
        byte[] changed = body.getBytes(UTF_8);
        changed[Math.floorMod(position, changed.length)] = value;

        assertThat(canonical(changed)).isEqualTo(secondOpinion(changed));
    }

    @Property
    void doesNotDependOnTheOrderOfTheMembers(@ForAll("members") Map<String, String> members, @ForAll Random random) {
        var others = new ArrayList<>(members.entrySet());
        Collections.shuffle(others, random);

        assertThat(canonical(object(others))).isEqualTo(canonical(object(List.copyOf(members.entrySet()))));
    }

    @Property
    void doesNotDependOnMembersThatAreNull(@ForAll("members") Map<String, String> members) {
        String with = object(List.copyOf(members.entrySet())).replaceFirst("\\{", "{\"~null\":null,");

        assertThat(canonical(with)).isEqualTo(canonical(object(List.copyOf(members.entrySet()))));
    }

    @Property
    void keepsNestedMembersAsTheyStand(@ForAll("members") Map<String, String> members) {
        String nested = object(List.copyOf(members.entrySet()));

        assertThat(canonical("{\"z\":%s}".formatted(nested))).contains("{\"z\":%s}".formatted(nested));
    }

    @Property
    void hasNamesInAscendingOrderOfTheirCodeUnits(@ForAll("members") Map<String, String> members) {
        List<String> names = members.keySet().stream()
                .sorted()
                .map(name -> '"' + name + "\":")
                .toList();

        assertThat(canonical(object(List.copyOf(members.entrySet()))).orElseThrow())
                .containsSubsequence(names);
    }

    @Property
    void isNotThereWhenANameRepeatsAtAnyDepth(
            @ForAll("names") String name, @ForAll @IntRange(max = 60) int depth, @ForAll boolean inArrays) {
        String open = inArrays ? "[" : "{\"d\":";
        String close = inArrays ? "]" : "}";
        String repeated = "{\"%s\":1,\"x%1$s\":2,\"%1$s\":null}".formatted(name);

        assertThat(canonical("{\"v\":" + open.repeat(depth) + repeated + close.repeat(depth) + "}"))
                .isEmpty();
        assertThat(canonical(repeated)).isEmpty();
    }

    @Property
    void isNotThereWhenANameRepeatsInAnotherSpelling(@ForAll("names") String name) {
        String spelled = "\\u%04x".formatted((int) name.charAt(0)) + name.substring(1);

        assertThat(canonical("{\"%s\":1,\"%s\":1}".formatted(name, spelled))).isEmpty();
    }

    @Property
    void isNotThereForOtherEncodings(@ForAll("objects") String body, @ForAll("encodings") Charset encoding) {
        assertThat(canonical(body.getBytes(encoding))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 499})
    void isThereForDepthThatJsonReadersTake(int depth) {
        String body = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        assertThat(canonical(body)).contains(body);
    }

    @Test
    void isNotThereBehindAByteOrderMark() {
        assertThat(canonical("\ufeff{\"a\":1}")).isEmpty();
    }

    @Provide
    Arbitrary<String> objects() {
        return JsonTexts.objects();
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"a\"",
                        "\"b\"",
                        "\"\"",
                        "\"\\u0061\"",
                        "\"\\ud83d\"",
                        "\"\\/\"",
                        "\"\u0007\"",
                        "1",
                        "-0",
                        "01",
                        "1.",
                        "1e5",
                        "null",
                        "true",
                        "nul",
                        " ",
                        "\n",
                        "\u00a0",
                        "{\"a\":",
                        "{\"b\":1",
                        "\"c\":[1,",
                        "NaN")
                .list()
                .ofMaxSize(9)
                .map(parts -> "{" + String.join("", parts) + "}");
    }

    @Provide
    Arbitrary<Map<String, String>> members() {
        return Arbitraries.maps(
                        names(),
                        Arbitraries.of(
                                "1",
                                "-0",
                                "1.50",
                                "1E400",
                                "\"x\"",
                                "true",
                                "[1,null,{}]",
                                "{\"z\":null,\"a\":[]}",
                                "\"实例\"",
                                "123456789012345678901234567890"))
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withChars("_./实é\ue000")
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<Charset> encodings() {
        return Arbitraries.of(UTF_16, UTF_16LE, UTF_16BE);
    }

    private static String object(List<Map.Entry<String, String>> members) {
        return "{"
                + String.join(
                        ",",
                        members.stream()
                                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                                .toList())
                + "}";
    }

    private static Optional<String> secondOpinion(byte[] body) {
        return SecondOpinion.canonical(body).map(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<String> canonical(String body) {
        return canonical(body.getBytes(UTF_8));
    }

    private static Optional<String> canonical(byte[] body) {
        return CanonicalBody.of(body).map(bytes -> new String(bytes, UTF_8));
    }
}

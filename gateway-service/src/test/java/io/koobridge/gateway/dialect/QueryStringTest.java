package io.koobridge.gateway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class QueryStringTest {

    @Test
    void namesAndValuesAreDecodedAndRepetitionsKept() {
        var parameters = QueryString.parse("signature=AB&nonce=a%2Fb&signature=CD");

        assertThat(parameters).containsExactly(entry("signature", List.of("AB", "CD")), entry("nonce", List.of("a/b")));
    }

    @Test
    void anEncodedNameIsTheSameName() {
        assertThat(QueryString.parse("nonce=1&%6eonce=2")).containsExactly(entry("nonce", List.of("1", "2")));
    }

    @Test
    void namesKeepTheirCase() {
        assertThat(QueryString.parse("Nonce=1")).doesNotContainKey("nonce");
    }

    @Test
    void aBarePercentIsJustThat() {
        assertThat(QueryString.parse("a=100%&b=%zz&c=%4"))
                .containsExactly(entry("a", List.of("100%")), entry("b", List.of("%zz")), entry("c", List.of("%4")));
    }

    @Test
    void aPlusIsASpaceWithAndWithoutOtherEscapes() {
        assertThat(QueryString.parse("a=b+c&d=e+f%21"))
                .containsExactly(entry("a", List.of("b c")), entry("d", List.of("e f!")));
    }

    @Test
    void aNameWithoutValueHasAnEmptyOne() {
        assertThat(QueryString.parse("&&nonce&=x&t="))
                .containsExactly(entry("nonce", List.of("")), entry("", List.of("x")), entry("t", List.of("")));
    }

    @Property
    void everyTextIsAQueryString(@ForAll String anything) {
        assertThat(QueryString.parse(anything)).isNotNull();
    }

    @Property
    void whatWasEncodedComesBack(
            @ForAll @NotEmpty @CharRange(from = ' ', to = '\ud7ff') String name,
            @ForAll @CharRange(from = ' ', to = '\ud7ff') String value) {
        var query = encode(name) + "=" + encode(value);

        assertThat(QueryString.parse(query)).containsExactly(entry(name, List.of(value)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

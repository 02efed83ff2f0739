package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.waiting.WaitingPages.Asked;
import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class PageAddressesPropertiesTest {

    private static final String HOST = "https://shop.example.com/";

    private final PageAddresses addresses = new PageAddresses(
            URI.create(HOST + "w".repeat(PageAddresses.LONGEST_BASE - HOST.length())),
            new AddressTag(List.of("a-secret-of-the-waiting-page-of-tests")));

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(64)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Tag("promise:waiting-is-private")
    @Property
    void anyIdHasAnAddressOfItsOwnThatLeadsBackToIt(@ForAll("ids") String id) {
        var address = addresses.of(id).orElseThrow();

        assertThat(address.toString()).isASCII().hasSizeLessThanOrEqualTo(512);
        assertThat(addresses.of(id)).contains(address);
        assertThat(addresses.askedBy(address.getRawPath())).isEqualTo(new Asked.For(id));
    }

    @Tag("promise:waiting-is-private")
    @Property
    void anAddressWithOneCharacterChangedIsNobodys(
            @ForAll("ids") String id,
            @ForAll @IntRange(max = 511) int at,
            @ForAll @CharRange(from = '-', to = 'z') char by) {
        var path = addresses.of(id).orElseThrow().getRawPath();
        int begin = path.lastIndexOf('/') + 1;
        int changed = begin + at % (path.length() - begin);
        Assume.that(path.charAt(changed) != by);

        var forged = path.substring(0, changed) + by + path.substring(changed + 1);

        assertThat(addresses.askedBy(forged)).isEqualTo(new Asked.Forged());
    }
}

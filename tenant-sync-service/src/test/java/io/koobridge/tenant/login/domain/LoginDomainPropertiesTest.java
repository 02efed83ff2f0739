package io.koobridge.tenant.login.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.login.domain.LoginDomain.Rule;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class LoginDomainPropertiesTest {

    private static final Rule PUBLIC = new Rule(false, List.of());

    @Tag("promise:no-login-calls-inside")
    @Property
    void noAddressOfVersionFourIsTakenInAnySpelling(@ForAll("spellings") String host) {
        assertThat(LoginDomain.of(host, PUBLIC)).isEmpty();
        assertThat(LoginDomain.of("https://" + host, PUBLIC)).isEmpty();
        assertThat(LoginDomain.of("https://" + host + ".", PUBLIC)).isEmpty();
        assertThat(LoginDomain.of("https://" + host + ":8443/", PUBLIC)).isEmpty();
        assertThat(LoginDomain.of("https://[::ffff:" + host + "]", PUBLIC)).isEmpty();
    }

    /** Each number as decimal, octal or hexadecimal digits; one to four of them. */
    @Provide
    Arbitrary<String> spellings() {
        Arbitrary<String> part = Combinators.combine(
                        Arbitraries.integers().between(0, 255), Arbitraries.of("%d", "0%o", "0x%x", "0X%X", "000%o"))
                .as((number, form) -> form.formatted(number));
        Arbitrary<String> whole = Combinators.combine(
                        Arbitraries.longs().between(0, 0xffff_ffffL), Arbitraries.of("%d", "0%o", "0x%x"))
                .as((number, form) -> form.formatted(number));
        return Arbitraries.oneOf(part.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join(".", parts)), whole);
    }

    @Property
    void whateverIsToldItIsTakenAsAPublicNameOrRefused(@ForAll String told) {
        LoginDomain.of(told, PUBLIC).ifPresent(domain -> {
            assertThat(domain.base().getScheme()).isEqualTo("https");
            assertThat(domain.base().getHost())
                    .contains(".")
                    .isEqualTo(domain.base().getHost().toLowerCase(Locale.ROOT));
            assertThat(domain.base().getRawUserInfo()).isNull();
            assertThat(domain.base().getRawPath()).isEmpty();
        });
    }

    @Property
    void aNameIsTheSameWhenItIsReadOnceMore(
            @ForAll("names") String name, @ForAll @IntRange(min = 1, max = 65_535) int port) {
        var once = LoginDomain.of(name + ":" + port, PUBLIC).orElseThrow();

        assertThat(LoginDomain.of(once.base().toString(), PUBLIC)).contains(once);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(12)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(labels -> String.join(".", labels) + ".example");
    }
}

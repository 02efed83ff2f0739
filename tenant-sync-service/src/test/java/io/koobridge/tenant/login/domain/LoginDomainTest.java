package io.koobridge.tenant.login.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.login.domain.LoginDomain.Rule;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginDomainTest {

    private static final Rule PUBLIC = new Rule(false, List.of());
    private static final Rule LOCAL = new Rule(true, List.of());

    @ParameterizedTest
    @CsvSource({
        "acme.account.example, https://acme.account.example",
        "https://acme.account.example, https://acme.account.example",
        "HTTPS://ACME.Account.example/, https://acme.account.example",
        "acme.account.example., https://acme.account.example",
        "https://acme.account.example:443, https://acme.account.example",
        "https://acme.account.example:8443, https://acme.account.example:8443",
        "' https://acme.account.example ', https://acme.account.example",
        "https://企业.example, https://xn--vhquv.example",
    })
    void aPublicNameIsTakenHoweverItIsSpelt(String told, String base) {
        assertThat(LoginDomain.of(told, PUBLIC)).contains(new LoginDomain(URI.create(base)));
    }

    @Tag("promise:no-login-calls-inside")
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "http://acme.example",
                "ftp://acme.example",
                "javascript://acme.example",
                "//acme.example",
                "https://user@acme.example",
                "https://user:word@acme.example",
                "https://acme.example@10.0.0.1",
                "https://acme.example\\@10.0.0.1",
                "https://acme.example/inside",
                "https://acme.example?x",
                "https://acme.example#x",
                "https://acme.example:0",
                "https://acme.example:70000",
                "https://acme.example:",
                "https://acme.example:443:443",
                "https://acme..example",
                "https://-acme.example",
                "https://acme_x.example",
                "https://acme.example\nhost.example",
                "https://acme .example",
                "localhost",
                "intranet",
                "app.localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.0x1",
                "0177.0.0.1",
                "127.0.0.1.",
                "１２７.０.０.１",
                "127。0。0。1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "::1",
                "[fe80::1%25eth0]",
                "https://[::ffff:10.0.0.1]:8443",
            })
    void whateverIsNoPublicNameIsRefused(@Nullable String told) {
        assertThat(LoginDomain.of(told, PUBLIC)).isEmpty();
    }

    @Test
    void onlyALocalSwitchLetsThisMachineBeCalled() {
        assertThat(LoginDomain.of("http://127.0.0.1:8091/oneaccess/acme/", LOCAL))
                .contains(new LoginDomain(URI.create("http://127.0.0.1:8091/oneaccess/acme")));
        assertThat(LoginDomain.of("http://localhost:8091", LOCAL)).isPresent();
        assertThat(LoginDomain.of("http://[::1]:8091", LOCAL)).isPresent();
        assertThat(LoginDomain.of("http://127.0.0.1:8091/a%2f/b", LOCAL)).isEmpty();
        assertThat(LoginDomain.of("http://127.0.0.1:8091/?x", LOCAL)).isEmpty();
        assertThat(LoginDomain.of("http://127.0.0.2:8091", LOCAL)).isEmpty();
        assertThat(LoginDomain.of("http://10.0.0.1", LOCAL)).isEmpty();
        assertThat(LoginDomain.of("http://127.0.0.1:8091", PUBLIC)).isEmpty();
    }

    @Test
    void whereSuffixesAreNamedNothingElseIsTaken() {
        var rule = new Rule(false, List.of(".Account.example"));

        assertThat(LoginDomain.of("acme.account.example", rule)).isPresent();
        assertThat(LoginDomain.of("account.example", rule)).isPresent();
        assertThat(LoginDomain.of("evilaccount.example", rule)).isEmpty();
        assertThat(LoginDomain.of("account.example.evil.example", rule)).isEmpty();
    }
}

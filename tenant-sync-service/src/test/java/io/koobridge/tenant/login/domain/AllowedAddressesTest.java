package io.koobridge.tenant.login.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private final AllowedAddresses allowed = new AllowedAddresses(
            List.of(URI.create("https://erp.example.com/login/return"), URI.create("https://crm.example.com/in/")));

    @Test
    void theFirstOneIsChosenWhenNothingIsAskedFor() {
        assertThat(allowed.chosen(null)).contains(URI.create("https://erp.example.com/login/return"));
        assertThat(allowed.chosen("")).contains(URI.create("https://erp.example.com/login/return"));
        assertThat(new AllowedAddresses(List.of()).chosen(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://erp.example.com/login/return",
                "https://crm.example.com/in/",
                "https://crm.example.com/in/side?x=1",
            })
    void whatIsListedIsAllowed(String asked) {
        assertThat(allowed.chosen(asked)).contains(URI.create(asked));
    }

    @Tag("promise:forged-logins-refused")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://erp.example.com/login/return?x",
                "https://erp.example.com/login/return/more",
                "https://erp.example.com/",
                "http://crm.example.com/in/",
                "https://crm.example.com:8443/in/",
                "https://crm.example.com.evil.example/in/",
                "https://user@crm.example.com/in/",
                "https://crm.example.com/in/../out",
                "https://crm.example.com/in/%2e%2e/out",
                "https://crm.example.com/in/..%2fout",
                "https://crm.example.com/in/x\\y",
                "https://crm.example.com/inside",
                "//crm.example.com/in/",
                "/in/",
                "javascript:alert(1)",
                "https://crm.example.com/in/ x",
                "https:///in/",
                ":",
            })
    void nothingElseIs(String asked) {
        assertThat(allowed.chosen(asked)).isEmpty();
    }
}

package io.koobridge.stack.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.process.StackFailure;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketplaceTest {

    private static final Addresses USUAL = Addresses.of(new Settings(Map.of()), false);

    @Test
    void isTheSimulatorWhereNothingIsSet() {
        assertThat(Marketplace.url(new Settings(Map.of()), USUAL)).isEqualTo("http://127.0.0.1:8090");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://mkt.example.com", "http://127.0.0.1:9999", "http://localhost:9999", "http://[::1]:9999"
            })
    void canBeAnotherOne(String url) {
        assertThat(Marketplace.url(new Settings(Map.of(Marketplace.URL, url)), USUAL))
                .isEqualTo(url);
    }

    @Tag("promise:signed-calls-are-encrypted")
    @ParameterizedTest
    @ValueSource(
            strings = {"http://mkt.example.com", "http://127.0.0.1.example.com", "ftp://127.0.0.1", "not an address"})
    void isNeverAskedInPlainTextOverANetwork(String url) {
        assertThatThrownBy(() -> Marketplace.url(new Settings(Map.of(Marketplace.URL, url)), USUAL))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(Marketplace.URL + " is " + url);
    }
}

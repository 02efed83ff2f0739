package io.koobridge.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "https://mkt.example.com, https://mkt.example.com",
        "https://mkt.example.com/, https://mkt.example.com",
        "HTTPS://mkt.example.com:443, https://mkt.example.com",
        "https://mkt.example.com:8443, https://mkt.example.com:8443",
        "http://127.0.0.1:8090, http://127.0.0.1:8090",
        "http://localhost:80, http://localhost",
        "http://[::1]:8090, http://[::1]:8090"
    })
    void anAddressIsKeptAsItIsSigned(String given, String kept) {
        assertThat(properties(given, "ak", "sk").url()).isEqualTo(URI.create(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mkt.example.com",
                "http://127.0.0.1.example.com",
                "http://10.0.0.1",
                "ftp://localhost",
                "mkt.example.com",
                "https://user:password@mkt.example.com",
                "https://mkt.example.com/api",
                "https://mkt.example.com?x=1"
            })
    void anythingButHttpsOrLoopbackIsRefusedByTheNameOfTheSetting(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(url, "ak", "sk"))
                .withMessageContaining("koobridge.open-api.url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenApiProperties(
                        URI.create("https://a.example"), URI.create(url), "ak", "sk", Duration.ofSeconds(20)))
                .withMessageContaining("koobridge.open-api.fallback-url");
    }

    @Test
    void missingKeysAreRefusedByTheirNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("https://a.example", "", "sk"))
                .withMessageContaining("koobridge.open-api.access-key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("https://a.example", "ak", " "))
                .withMessageContaining("koobridge.open-api.secret-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT20.001S"})
    void aCallTimeoutThatALeaseDoesNotOutliveIsRefusedByItsName(Duration callTimeout) {
        var url = URI.create("https://a.example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenApiProperties(url, null, "ak", "sk", callTimeout))
                .withMessageContaining("koobridge.open-api.call-timeout");
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void keysAreNotPrinted() {
        assertThat(properties("https://a.example", "ak-1", "sk-1"))
                .asString()
                .doesNotContain("ak-1")
                .doesNotContain("sk-1");
    }

    private static OpenApiProperties properties(String url, String accessKey, String secretKey) {
        return new OpenApiProperties(URI.create(url), null, accessKey, secretKey, Duration.ofSeconds(20));
    }
}

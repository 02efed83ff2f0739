package io.koobridge.license.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.license.domain.Issuer.Kind;
import io.koobridge.license.outside.IssuerProperties.Http;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssuerPropertiesTest {

    private static final URI ADDRESS = URI.create("https://licences.example.com/koobridge");
    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final Duration USUAL = Duration.ofSeconds(10);

    @Test
    void anAddressChoosesTheLicenceServer() {
        var properties = new IssuerProperties(null, new Http(ADDRESS, SECRET, List.of(), USUAL));

        assertThat(properties.kind()).isEqualTo(Kind.HTTP);
        assertThat(properties.secrets().present()).isTrue();
    }

    @Test
    void nobodyNeedBeConfigured() {
        var properties = new IssuerProperties(null, null);

        assertThat(properties.kind()).isNull();
        assertThat(properties.secrets().present()).isFalse();
        assertThat(new IssuerProperties(Kind.SIGNED, null).kind()).isEqualTo(Kind.SIGNED);
    }

    @Test
    void whatContradictsItselfNamesItsKeys() {
        assertThatThrownBy(() -> new IssuerProperties(Kind.HTTP, null))
                .hasMessage("koobridge.license.issuer.kind is http, so koobridge.license.issuer.http.url must be set");
        assertThatThrownBy(() -> new IssuerProperties(Kind.SIGNED, new Http(ADDRESS, SECRET, List.of(), USUAL)))
                .hasMessageContainingAll("koobridge.license.issuer.kind is signed", "http.url");
        assertThatThrownBy(() -> new Http(ADDRESS, null, List.of(), USUAL))
                .hasMessageContaining("koobridge.license.issuer.http.secret must be set");
        assertThatThrownBy(() -> new Http(URI.create("ftp://x"), SECRET, List.of(), USUAL))
                .hasMessageContaining("koobridge.license.issuer.http.url");
        assertThatThrownBy(() -> new Http(ADDRESS, SECRET, List.of(), Duration.ofSeconds(21)))
                .hasMessageContaining("koobridge.license.issuer.http.timeout must be above 0 and at most 20s");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(new Http(ADDRESS, SECRET, List.of(SECRET), USUAL).toString()).doesNotContain("whsec_");
    }
}

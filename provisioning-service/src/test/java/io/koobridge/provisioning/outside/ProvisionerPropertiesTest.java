package io.koobridge.provisioning.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProvisionerPropertiesTest {

    private static final String URL = "koobridge.provisioner.http.url";
    private static final String SECRET = "koobridge.provisioner.http.secret";
    private static final String TYPE = "koobridge.provisioner.type";
    private static final String TEMPLATE = "koobridge.provisioner.template.front-end-url";
    private static final String WEBHOOK = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";

    @Test
    void anAddressAloneChoosesTheSellersService() {
        var properties = bound(Map.of(URL, "http://127.0.0.1:8088/koobridge", SECRET, WEBHOOK, TEMPLATE, "https://a/"));

        assertThat(properties.type()).isEqualTo(ProvisionerProperties.Type.HTTP);
    }

    @Test
    void withoutAnAddressItIsATemplateEvenIfASecretIsThere() {
        assertThat(bound(Map.of(TEMPLATE, "https://a.example.com/", SECRET, WEBHOOK))
                        .type())
                .isEqualTo(ProvisionerProperties.Type.TEMPLATE);
        assertThat(bound(Map.of(TEMPLATE, "https://a.example.com/", URL, "")).type())
                .isEqualTo(ProvisionerProperties.Type.TEMPLATE);
    }

    @Test
    void aTypeThatContradictsRefusesToStartAndNamesBothKeys() {
        refused(Map.of(TYPE, "template", TEMPLATE, "https://a/", URL, "http://b/", SECRET, WEBHOOK), TYPE, URL);
        refused(Map.of(TYPE, "http", TEMPLATE, "https://a/"), TYPE, URL);
        refused(Map.of(TYPE, "template"), URL, TEMPLATE);
        refused(Map.of(), URL, TEMPLATE);
    }

    @Test
    void anAddressNeedsASecretAndMustBeOne() {
        refused(Map.of(URL, "http://b/"), URL, SECRET);
        refused(Map.of(URL, "/koobridge", SECRET, WEBHOOK), URL);
        refused(Map.of(URL, "ftp://b/", SECRET, WEBHOOK), URL);
    }

    @Test
    void aHostThatIsNoneIsNamedAndAPasswordIsNot() {
        refused(Map.of(URL, "http://my_product:8088/", SECRET, WEBHOOK), URL, "my_product:8088 is no host name");
        assertThatThrownBy(() -> bound(Map.of(URL, "http://ann:sesame@product/", SECRET, WEBHOOK)))
                .rootCause()
                .hasMessageContaining("no password")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void aTimeoutIsPositiveAndAtMostTwentySeconds() {
        var key = "koobridge.provisioner.http.timeout";

        refused(Map.of(URL, "http://b/", SECRET, WEBHOOK, key, "21s"), key);
        refused(Map.of(URL, "http://b/", SECRET, WEBHOOK, key, "0s"), key);
    }

    @Test
    void secretsAreAListWhileTheyAreChangedAndAreNeverShown() {
        var other = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh";
        var properties =
                bound(Map.of(URL, "http://b/", SECRET, WEBHOOK, "koobridge.provisioner.http.secrets[0]", other));
        var alone = bound(Map.of(URL, "http://b/", "koobridge.provisioner.http.secrets[0]", other));

        assertThat(Objects.requireNonNull(properties.http()).known().present()).isTrue();
        assertThat(Objects.requireNonNull(alone.http()).known().present()).isTrue();
        assertThat(properties.toString()).doesNotContain(WEBHOOK, other);
    }

    private static void refused(Map<String, String> properties, String... named) {
        assertThatThrownBy(() -> bound(properties)).rootCause().hasMessageContainingAll(named);
    }

    private static ProvisionerProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("koobridge.provisioner", ProvisionerProperties.class);
    }
}

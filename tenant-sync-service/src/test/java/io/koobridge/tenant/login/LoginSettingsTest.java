package io.koobridge.tenant.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** Settings as an operator writes them. */
class LoginSettingsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "koobridge.login.public-url", "https://login.example.com/",
            "koobridge.login.cookie-secrets", "a-secret-of-the-tests-that-is-long-enough",
            "koobridge.login.applications.erp.app-id", "app-5f0c",
            "koobridge.login.applications.erp.callback-url", "https://login.example.com/login/erp/callback",
            "koobridge.login.applications.erp.return-urls", "https://erp.example.com/login/return"));

    private LoginSettings read() {
        var properties = new Binder(new MapConfigurationPropertySource(settings))
                .bind("koobridge.login", LoginProperties.class)
                .get();
        return new LoginSettings(properties, new DefaultResourceLoader());
    }

    @Test
    void whatIsNotSaidIsAsDocumentsHaveIt() {
        var application = Objects.requireNonNull(read().applications().get("erp"));

        assertThat(application.centre().unifiedPage())
                .hasToString("https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP");
        assertThat(application.centre().platformInitiated()).isTrue();
        assertThat(application.centre().server()).isNull();
        assertThat(application.centre().casService()).isNull();
        assertThat(read().publicUrl()).hasToString("https://login.example.com");
        settings.put("koobridge.login.applications.erp.profile", "orgid");
        assertThat(read().applications().get("erp"))
                .isNotNull()
                .extracting(orgid -> orgid.centre().server())
                .isEqualTo("https://orgid.huaweiapaas.cn");
    }

    @Test
    void onThisVeryMachineNothingNeedsTls() {
        settings.put("koobridge.login.public-url", "http://127.0.0.1:8086");
        settings.put("koobridge.login.calls.allow-loopback", "true");
        settings.put("koobridge.login.applications.erp.callback-url", "http://127.0.0.1:8086/login/erp/callback");
        settings.put("koobridge.login.applications.erp.return-urls", "http://localhost:8088/login");

        assertThat(read().publicUrl()).hasToString("http://127.0.0.1:8086");
        assertThat(read().applications()).containsKey("erp");
    }

    @Test
    void whereOneServerIsThatOfAllEnterprisesATicketIsForOne() {
        settings.put("koobridge.login.applications.erp.cas-service-url", "https://login.example.com/login/erp/cas");
        assertThat(read().applications()).containsKey("erp");
        settings.put("koobridge.login.applications.erp.server-url", "https://login.huawei.example");

        assertThatThrownBy(() -> read().applications()).hasMessageContaining("cas-service-url must hold {tenant}");
    }

    @ParameterizedTest
    @CsvSource({
        "public-url, http://login.example.com, public-url must begin with https://",
        "calls.allow-loopback, true, calls.allow-loopback is for a local stack alone",
        "applications.erp.callback-url, http://login.example.com/x, applications.erp.callback-url must begin with https://",
        "applications.erp.return-urls, http://erp.example.com/, applications.erp.return-urls must begin with https://",
        "applications.erp.post-logout-urls, http://erp.example.com/, applications.erp.post-logout-urls must begin with https://",
        "public-url, login.example.com, public-url must be an absolute http or https address",
        "public-url, https://login.example.com/x, public-url must have no path",
        "cookie-secrets, short, cookie-secrets needs a secret",
        "applications.erp.app-id, ' ', applications.erp.app-id is missing",
        "applications.erp.callback-url, https://other.example.com/, applications.erp.callback-url must have the host of koobridge.login.public-url",
        "applications.erp.return-urls, '', applications.erp.return-urls needs an address",
        "applications.erp.return-urls, erp.example.com, applications.erp.return-urls must be an absolute",
        "applications.ERP.app-id, x, 'must have 1 to 32 of the characters a-z 0-9 -'",
        "applications.erp.api-keys[0].id, a b, ''",
        "calls.timeout, 11s, ''",
        "sessions.longest, 0s, ''",
    })
    void aWrongOneIsToldByItsName(String setting, String value, String message) {
        settings.put("koobridge.login." + setting, value);

        assertThatThrownBy(() -> {
                    read().publicUrl();
                    read().cookieSecrets();
                    read().applications();
                    read().productKeys();
                })
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(message);
    }
}

package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings of a gateway with one address, which tests change and bind. */
abstract class AddressSettings {

    static final String FIRST = "koobridge.gateway.addresses[0].";
    static final String SECOND = "koobridge.gateway.addresses[1].";

    final Map<String, Object> settings = new HashMap<>(Map.of(
            "koobridge.gateway.provisioning-url",
            "http://127.0.0.1:8181",
            "koobridge.gateway.tenant-sync-url",
            "http://127.0.0.1:8183",
            FIRST + "path",
            "/koogallery/saas",
            FIRST + "kind",
            "SAAS",
            FIRST + "keys.base[0].id",
            "base-1",
            FIRST + "keys.base[0].secret",
            "secret-1"));

    void secondAddress(String path) {
        settings.put(SECOND + "path", path);
        settings.put(SECOND + "kind", "SAAS");
        settings.put(SECOND + "keys.base[0].id", "base-2");
        settings.put(SECOND + "keys.base[0].secret", "secret-2");
    }

    GatewayProperties bind() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind(GatewayProperties.PREFIX, GatewayProperties.class)
                .get();
    }

    void assertRefused(String... words) {
        assertThatThrownBy(this::bind)
                .isInstanceOf(BindException.class)
                .rootCause()
                .message()
                .contains(words);
    }
}

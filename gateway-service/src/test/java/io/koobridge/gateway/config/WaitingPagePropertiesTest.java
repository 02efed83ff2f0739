package io.koobridge.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitingPagePropertiesTest {

    private static final String PREFIX = "koobridge.gateway.waiting-page.";
    private static final String SECRET = "a-secret-of-the-waiting-page-of-tests";

    private final Map<String, Object> settings =
            new HashMap<>(Map.of(PREFIX + "url", "https://shop.example.com/waiting", PREFIX + "secrets[0]", SECRET));

    @Test
    void withoutAnAddressThereIsNoPage() {
        settings.clear();

        assertThat(bind().addresses()).isEmpty();
    }

    @Test
    void theWholeBrandIsTaken() {
        settings.put(PREFIX + "name", "青禾");
        settings.put(PREFIX + "logo-url", "https://cdn.example.com/logo.svg");
        settings.put(PREFIX + "color", "#AABBCC");
        settings.put(PREFIX + "support-url", "https://help.example.com");
        settings.put(PREFIX + "support-email", "help@example.com");

        var brand = bind().brand();

        assertThat(brand.name()).isEqualTo("青禾");
        assertThat(brand.logo()).hasToString("https://cdn.example.com/logo.svg");
        assertThat(brand.color().hex()).isEqualTo("#AABBCC");
        assertThat(brand.support().page()).hasToString("https://help.example.com");
        assertThat(brand.support().email()).isEqualTo("help@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/waiting",
                "http://localhost:8080/waiting",
                "http://[::1]/waiting",
                "https://shop.example.com:8443/a/b"
            })
    void anAddressIsHttpsOrOnTheLoopbackInterface(String url) {
        settings.put(PREFIX + "url", url);

        assertThat(bind().addresses()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example.com/waiting, must be https",
        "ftp://127.0.0.1/waiting, must be https",
        "/waiting, must be an address",
        "https://user@shop.example.com/waiting, must be an address",
        "https://shop.example.com/waiting?x=1, must be an address",
        "https://shop.example.com/waiting#x, must be an address",
        "https://shop.example.com, its path must be",
        "https://shop.example.com/, its path must be",
        "https://shop.example.com/waiting/, its path must be",
        "https://shop.example.com/a/../b, its path must be",
        "https://shop.example.com/等候, its path must be",
        "https://shop.example.com/actuator/waiting, is taken by the service itself",
    })
    void anotherAddressIsRefused(String url, String why) {
        settings.put(PREFIX + "url", url);

        assertRefused(PREFIX + "url", why);
    }

    @Test
    void anAddressMustLeaveRoomForAnyId() {
        settings.put(PREFIX + "url", "https://shop.example.com/" + "w".repeat(104));

        assertRefused(PREFIX + "url must have at most 128 characters");
    }

    @Test
    void aPageNeedsASecretThatCannotBeGuessed() {
        settings.put(PREFIX + "secrets[1]", "too-short");
        assertRefused(PREFIX + "secrets[1] must have at least 32 characters");

        settings.keySet().removeIf(name -> name.contains("secrets"));
        assertRefused(PREFIX + "secrets must list at least one with the url");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' '",
        "logo-url, http://cdn.example.com/logo.svg",
        "logo-url, https:logo.svg",
        "color, blue",
        "support-url, javascript:alert(1)",
        "support-url, mailto:help@example.com",
        "support-email, help",
        "support-email, help@example.com?subject=x",
    })
    void aBrandThatCannotBeShownIsRefusedByName(String setting, String value) {
        settings.put(PREFIX + setting, value);

        assertRefused(PREFIX + setting);
    }

    @ParameterizedTest
    @CsvSource({"name, '', 81", "logo-url, https://example.com/, 237", "support-url, https://example.com/, 237"})
    void whatWouldMakeThePageLargeIsRefusedByName(String setting, String begin, int more) {
        settings.put(PREFIX + setting, begin + "x".repeat(more));

        assertRefused(PREFIX + setting);
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void noSecretIsEverShown() {
        assertThat(bind().toString()).doesNotContain(SECRET);
        settings.put(PREFIX + "secrets[0]", "a-short-one");

        assertThatThrownBy(this::bind).rootCause().message().doesNotContain("a-short-one");
    }

    private WaitingPageProperties bind() {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate(WaitingPageProperties.PREFIX, WaitingPageProperties.class);
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(this::bind)
                .isInstanceOf(BindException.class)
                .rootCause()
                .message()
                .contains(words);
    }
}

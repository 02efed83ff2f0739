package io.koobridge.crypto.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignableRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no/host",
                "https:opaque",
                "https://h/escaped%20path",
                "https://h/p?blank=a+b",
                "https://h/p?twice=1&twice=2",
                "https://h/p?twice=1&%74wice=2",
                "https://h/p?a=1&",
                "https://h/p?=1",
                "https://h/p?",
            })
    void refusesWhatServersReadInMoreThanOneWay(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignableRequest.get(URI.create(uri)))
                .withMessageContaining(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "x-sdk-date", "X-Sdk-Content-Sha256", "AUTHORIZATION"})
    void refusesHeadersThatTheSignerSets(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignableRequest("GET", URI.create("https://h/p"), Map.of(name, "x"), new byte[0]))
                .withMessageContaining(name);
    }

    @Test
    void refusesAMethodInSmallLettersOrUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignableRequest("get", URI.create("https://h/p"), Map.of(), new byte[0]))
                .withMessageContaining("get");
    }

    @Test
    void doesNotShareItsBody() {
        byte[] body = {1};
        var request = new SignableRequest("POST", URI.create("https://h/p"), Map.of(), body);

        body[0] = 2;
        request.body()[0] = 3;

        assertThat(request.body()).containsExactly(1);
    }

    @Test
    void decodesItsParametersOnce() {
        var request = SignableRequest.get(URI.create("https://h/p?a=%E4%B8%AD&b=1%2B1&c=&d&e=x=y%2520"));

        assertThat(request.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("a", "中", "b", "1+1", "c", "", "d", "", "e", "x=y%20"));
    }
}

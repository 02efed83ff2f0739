package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.waiting.WaitingPages.Asked;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressesTest {

    private static final String OLD = "an-older-secret-of-tests-0123456789";
    private static final String NEW = "a-newer-secret-of-tests-0123456789";
    private static final URI BASE = URI.create("https://shop.example.com/waiting");

    private final PageAddresses addresses = new PageAddresses(BASE, new AddressTag(List.of(OLD)));

    @Test
    void theAddressStaysWhileTheSecretDoes() {
        assertThat(addresses.of("kb-1"))
                .contains(URI.create("https://shop.example.com/waiting/a2ItMQ.1c73a761cb8768940f425194d953865d"));
    }

    @Test
    void whileASecretIsChangedOldAddressesStayAndNewOnesAreMadeWithTheFirst() {
        var changing = new PageAddresses(BASE, new AddressTag(List.of(NEW, OLD)));
        var old = addresses.of("kb-1").orElseThrow();

        assertThat(changing.askedBy(old.getRawPath())).isEqualTo(new Asked.For("kb-1"));
        assertThat(changing.of("kb-1"))
                .isEqualTo(new PageAddresses(BASE, new AddressTag(List.of(NEW))).of("kb-1"))
                .isNotEqualTo(addresses.of("kb-1"));
        assertThat(addresses.askedBy(changing.of("kb-1").orElseThrow().getRawPath()))
                .isEqualTo(new Asked.Forged());
    }

    @Test
    void whatIsNoIdHasNoAddress() {
        assertThat(addresses.of("")).isEmpty();
        assertThat(addresses.of("x".repeat(65))).isEmpty();
        assertThat(addresses.of("half a character \ud83d")).isEmpty();
        assertThat(WaitingPages.none().addressOf("kb-1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/waiting", "/waitings/x", "/", "", "/koogallery/saas", "/Waiting/a2ItMQ.x"})
    void anotherPathIsNotOurs(String path) {
        assertThat(addresses.askedBy(path)).isEqualTo(new Asked.Elsewhere());
        assertThat(WaitingPages.none().askedBy(path)).isEqualTo(new Asked.Elsewhere());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a2ItMQ", "a2ItMQ.", ".x", "a2ItMQ.x/y", "a2ItMQ=.x", "%61.x", "!.x", "a..b"})
    void whatWeNeverGaveIsForged(String segment) {
        assertThat(addresses.askedBy("/waiting/" + segment)).isEqualTo(new Asked.Forged());
    }
}

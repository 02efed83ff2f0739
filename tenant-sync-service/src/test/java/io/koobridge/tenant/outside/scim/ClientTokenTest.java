package io.koobridge.tenant.outside.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;

@Timeout(60)
class ClientTokenTest {

    private final AtomicInteger tokens = new AtomicInteger();
    private final MutableClock clock = MutableClock.at(ScimBench.NOW);
    private volatile Response response = new Response(0, "");
    private final FakeServer server = new FakeServer(_ -> response.status() > 0
            ? response
            : Response.ok("{\"access_token\":\"t%d\",\"expires_in\":60}".formatted(tokens.incrementAndGet())));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        var token = token();

        assertThat(token.header().block()).isEqualTo("Bearer t1");
        clock.advance(Duration.ofSeconds(29));
        assertThat(token.header().block()).isEqualTo("Bearer t1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(token.header().block()).isEqualTo("Bearer t2");

        var request = server.requests().getFirst();
        assertThat(request.body()).isEqualTo("grant_type=client_credentials&scope=scim+write");
        assertThat(request.headers().get("Authorization")).isEqualTo("Basic aWQlM0ExOnMlMjZj");
    }

    @Test
    void aTokenThatIsNotAcceptedIsUsedNoMore() {
        var token = token();
        token.header().block();

        token.refused();

        assertThat(token.header().block()).isEqualTo("Bearer t2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"access_token\":\"a b\"}", "{\"access_token\":7e400}"})
    void withoutATokenNothingIsSent(String body) {
        response = new Response(200, body);

        assertThatThrownBy(() -> token().header().block()).hasMessageContaining("without an access_token");
    }

    @Test
    void whoeverIsNotKnownNamesTheSetting() {
        response = new Response(401, "{\"error\":\"invalid_client\"}");

        assertThatThrownBy(() -> token().header().block())
                .hasMessage("koobridge.tenant.directory.scim.client-credentials.token-url answered HTTP 401: compare"
                        + " client-id and client-secret with it");
    }

    private ClientToken token() {
        return new ClientToken(
                WebClient.create(),
                new ScimSettings.ClientCredentials(server.uri(), "id:1", "s&c", "scim write"),
                clock);
    }
}

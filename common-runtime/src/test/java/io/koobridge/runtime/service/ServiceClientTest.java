package io.koobridge.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.outside.TestSystems;
import io.koobridge.runtime.port.ServiceTokens;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.FreePorts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClientTest {

    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final String TOKEN = "an-invented-token-1";

    record Question(String id, Instant asOf, @Nullable String absent) {}

    record Reply(String phase) {}

    private static final Question QUESTION = new Question("kb1", Instant.parse("2026-01-01T00:00:00Z"), null);

    @Test
    void asksWithTheTokenAndTheJsonOfTheSuite() {
        try (var service = new FakeServer(_ -> new Response(200, "{\"phase\":\"READY\",\"new\":1}"))) {
            var answer = post(service.uri(), AMPLE);

            assertThat(answer).isEqualTo(new Answered<>(new Reply("READY")));
            assertThat(service.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.uri()).hasPath("/internal/things");
                assertThat(request.headers())
                        .containsEntry("authorization", "Bearer " + TOKEN)
                        .containsEntry("content-type", "application/json");
                assertThat(request.body()).isEqualTo("{\"asOf\":\"2026-01-01T00:00:00Z\",\"id\":\"kb1\"}");
            });
        }
    }

    @Test
    void sendsWhatIsWrittenAlreadyAsItIs() {
        try (var service = new FakeServer(_ -> new Response(200, "{\"phase\":\"READY\"}"))) {
            var event = "{\"specversion\":\"1.0\"}";

            clients()
                    .of("a-service", service.uri())
                    .post("/internal/things", event.getBytes(StandardCharsets.UTF_8), Reply.class, AMPLE)
                    .block(Duration.ofSeconds(30));

            assertThat(service.requests())
                    .singleElement()
                    .extracting(FakeServer.Request::body)
                    .isEqualTo(event);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 405, 413})
    void aServiceThatRefusesDidNothing(int status) {
        try (var service = new FakeServer(_ -> new Response(status, "{}"))) {
            assertThat(post(service.uri(), AMPLE))
                    .isEqualTo(new NotSent<>("a-service refused /internal/things with " + status));
        }
    }

    @Test
    void aServiceThatFailedMayHaveDoneAnything() {
        try (var service = new FakeServer(_ -> new Response(500, "{}"))) {
            assertThat(post(service.uri(), AMPLE)).isEqualTo(new Uncertain<>("a-service answered 500"));
        }
    }

    @Test
    void anAnswerThatIsNotJsonIsNoAnswer() {
        try (var service = new FakeServer(_ -> new Response(200, "<html>"))) {
            assertThat(post(service.uri(), AMPLE)).isInstanceOf(Uncertain.class);
        }
    }

    @Test
    void anAnswerWithoutAnythingInItIsNoAnswer() {
        try (var service = new FakeServer(_ -> new Response(200, ""))) {
            assertThat(post(service.uri(), AMPLE)).isInstanceOf(Uncertain.class);
        }
    }

    @Test
    void anAnswerBeyondAllMeasureIsNotKept() {
        try (var service =
                new FakeServer(_ -> new Response(200, "{\"phase\":\"%s\"}".formatted("R".repeat(4 << 20))))) {
            assertThat(post(service.uri(), AMPLE)).isInstanceOf(Uncertain.class);
        }
    }

    @Test
    void aServiceThatHangsIsGivenUpInTime() {
        try (var service = FakeServer.thatHangs()) {
            var begin = System.nanoTime();

            assertThat(post(service.uri(), Duration.ofMillis(300)))
                    .isEqualTo(new Uncertain<>("a-service did not answer in time"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AMPLE);
        }
    }

    @Test
    void aServiceThatIsDownWasNotAsked() {
        assertThat(post(URI.create("http://127.0.0.1:" + FreePorts.next()), AMPLE))
                .isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host:1/path", "host:1", "/internal"})
    void anAddressThatIsNoBaseUrlIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clients().of("a-service", URI.create(address)))
                .withMessageContaining("a-service");
    }

    private static Answer<Reply> post(URI url, Duration within) {
        return Objects.requireNonNull(clients()
                .of("a-service", url)
                .post("/internal/things", QUESTION, Reply.class, within)
                .block(Duration.ofSeconds(30)));
    }

    private static ServiceClients clients() {
        return new HttpServiceClients(new ServiceTokens(List.of(TOKEN)), TestSystems.unreported());
    }
}

package io.koobridge.runtime.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.Http;
import io.koobridge.runtime.TestService;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The promise of design §7: what is internal cannot be reached from the public port, nor the other way round. */
class PortsTest {

    private static final TestService SERVICE = TestService.start(Routes.class);

    /** Routes as a service has them; the public one takes every path, as the gateway's does. */
    static class Routes {

        record Question(String id, int quantity) {

            Question {
                Objects.requireNonNull(id, "Jane Doe has no id");
            }
        }

        @Bean
        RouterFunction<ServerResponse> publicRoutes() {
            return RouterFunctions.route(
                    RequestPredicates.all(), request -> ServerResponse.ok().bodyValue("public " + request.path()));
        }

        @Bean
        InternalRoutes things() {
            return new InternalRoutes(RouterFunctions.route()
                    .POST("/internal/things", request -> request.bodyToMono(Question.class)
                            .flatMap(question -> ServerResponse.ok().bodyValue(question)))
                    .build());
        }

        @Bean
        InternalRoutes failures() {
            return new InternalRoutes(RouterFunctions.route()
                    .GET("/internal/failures/unexpected", _ -> Mono.error(new IllegalStateException("Jane Doe")))
                    .GET(
                            "/internal/failures/known",
                            _ -> Mono.error(new ResponseStatusException(HttpStatus.CONFLICT, "It is busy.")))
                    .build());
        }
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Tag("promise:doors-stand-apart")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/things",
                "/internal/failures/known",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/health/readiness"
            })
    void thePublicPortServesNothingInternal(String path) {
        var answer = Http.send(Http.trusted(SERVICE.publicUrl(path)));

        assertThat(answer.body()).isEqualTo("public " + path);
    }

    @Tag("promise:doors-stand-apart")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/koogallery/saas",
                "/internal",
                "/internals/x",
                "/actuatorx",
                "/actuator;x/../koogallery/saas",
                "//internal/things"
            })
    void theInternalPortServesNothingPublic(String path) {
        var answer = Http.send(Http.trusted(SERVICE.internalUrl(path)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("public ").contains("\"status\":404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/../koogallery/saas",
                "/internal/%2e%2e/koogallery/saas",
                "/actuator/../koogallery/saas",
                "/internal/..;/koogallery/saas",
                "/internal//../koogallery/saas"
            })
    void noPathThatOnlyBeginsAsAnInternalOneIsServedByAPublicRoute(String path) {
        assertThat(Http.send(Http.trusted(SERVICE.internalUrl(path))).body()).doesNotContain("public /koogallery");
    }

    @Test
    void anInternalRouteAnswersAServiceWithAToken() {
        var answer = Http.post(SERVICE.internalUrl("/internal/things"), "{\"id\":\"kb1\",\"quantity\":2,\"new\":true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":\"kb1\",\"quantity\":2}");
    }

    @Tag("promise:internal-needs-a-token")
    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong-invented-token", "Basic YTpi"})
    void withoutAServiceTokenAnInternalRouteIsClosed(String authorization) {
        var url = SERVICE.internalUrl("/internal/things");

        var without = Http.get(url);
        var wrong = Http.send(HttpRequest.newBuilder(url).header("Authorization", authorization));

        assertThat(problem(without))
                .returns(401, Problem::status)
                .returns("A service token is needed.", Problem::detail);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness"})
    void theInternalPortShowsHealthToTheOperator(String path) {
        var answer = Http.get(SERVICE.internalUrl(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void thePublicPortSaysThatTheProcessLivesAndWhenItDoesNot() {
        var url = SERVICE.publicUrl("/actuator/health/liveness");
        assertThat(Http.get(url).body()).isEqualTo("{\"status\":\"UP\"}");

        AvailabilityChangeEvent.publish(SERVICE.context(), LivenessState.BROKEN);
        var broken = Http.get(url);
        AvailabilityChangeEvent.publish(SERVICE.context(), LivenessState.CORRECT);

        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(broken.body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":          | at its top, line 1, column 7",
                "{\"id\":{}}       | at id, line 1, column 7",
                "{\"quantity\":1}  | at id, line 1, column 14",
                "Jane Doe          | at its top, line 1, column 1"
            })
    void unreadableJsonIsAnsweredWithThePlaceAndNotWithTheText(String body, String place) {
        var answer = Http.post(SERVICE.internalUrl("/internal/things"), body.replace("\\", ""));

        assertThat(problem(answer)).returns(400, Problem::status);
        assertThat(answer.body()).contains(place).doesNotContain("Jane");
    }

    @Test
    void aMissingBodyIsAnsweredSo() {
        var answer = Http.post(SERVICE.internalUrl("/internal/things"), "");

        assertThat(problem(answer)).returns(400, Problem::status).returns("The body is missing.", Problem::detail);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var answer =
                Http.post(SERVICE.internalUrl("/internal/things"), "{\"id\":\"%s\"}".formatted("x".repeat(1 << 20)));

        assertThat(problem(answer)).returns(413, Problem::status);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        var request = Http.trusted(SERVICE.internalUrl("/internal/things"))
                .setHeader("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x"));

        assertThat(problem(Http.send(request))).returns(415, Problem::status);
    }

    @Test
    void aPathThatNobodyServesIsNotFound() {
        assertThat(problem(Http.post(SERVICE.internalUrl("/internal/nothing"), "{}")))
                .returns(404, Problem::status);
        assertThat(problem(Http.get(SERVICE.internalUrl("/actuator/env")))).returns(404, Problem::status);
    }

    @Test
    void anotherMethodOfAServedPathIsNotAllowedAndTheRightOneIsNamed() {
        var answer = Http.send(Http.trusted(SERVICE.internalUrl("/internal/things")));

        assertThat(problem(answer)).returns(405, Problem::status);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void aRefusalOfTheHandlersOwnIsShownAndAnUnexpectedErrorIsNot() {
        var known = Http.send(Http.trusted(SERVICE.internalUrl("/internal/failures/known")));
        var unexpected = Http.send(Http.trusted(SERVICE.internalUrl("/internal/failures/unexpected")));

        assertThat(problem(known)).returns(409, Problem::status).returns("It is busy.", Problem::detail);
        assertThat(problem(unexpected)).returns(500, Problem::status);
        assertThat(unexpected.body())
                .doesNotContain("Jane")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private static Problem problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Json.mapper().readValue(answer.body(), Problem.class);
        assertThat(problem.status()).isEqualTo(answer.statusCode());
        return problem;
    }
}

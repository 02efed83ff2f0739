package io.koobridge.benchmark.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class BareApplicationTest {

    @Test
    void everyCallGetsTheConstantAndIsCounted() throws Exception {
        try (var application = SpringApplication.run(BareApplication.class, "--server.port=0");
                var http = HttpClient.newHttpClient()) {
            var base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");

            var answer = send(
                    http,
                    HttpRequest.newBuilder(URI.create(base + "/koogallery/saas?signature=s"))
                            .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.body()).isEqualTo(BareApplication.ANSWER).contains("\"resultCode\":\"000004\"");
            assertThat(send(http, HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus")))
                            .body())
                    .contains("http_server_requests_seconds_count");
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

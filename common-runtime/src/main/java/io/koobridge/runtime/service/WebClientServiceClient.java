package io.koobridge.runtime.service;

import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.NotProcessedException;
import io.koobridge.runtime.outside.OutsideSystem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A {@link ServiceClient} over HTTP. */
final class WebClientServiceClient implements ServiceClient {

    private static final Logger log = LoggerFactory.getLogger(WebClientServiceClient.class);

    private final String service;
    private final WebClient http;
    private final OutsideSystem system;

    WebClientServiceClient(String service, WebClient http, OutsideSystem system) {
        this.service = service;
        this.http = http;
        this.system = system;
    }

    @Override
    public <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within) {
        return system.ask(
                path,
                service,
                http.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .retrieve()
                        .onStatus(HttpStatusCode::is4xxClientError, response -> refused(path, response))
                        .bodyToMono(type)
                        .timeout(within));
    }

    private Mono<Throwable> refused(String path, ClientResponse response) {
        int status = response.statusCode().value();
        log.atWarn()
                .addKeyValue("service", service)
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .log("A service refused an internal call: compare koobridge.internal.tokens and the versions of both");
        return response.releaseBody()
                .thenReturn(new NotProcessedException("%s refused %s with %d".formatted(service, path, status)));
    }
}

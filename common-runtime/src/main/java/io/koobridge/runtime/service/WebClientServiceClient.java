package io.koobridge.runtime.service;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.NotProcessedException;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.trace.Trace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
        return system.ask(path, service, Mono.deferContextual(context -> {
            var trace = Trace.of(context);
            var request = http.post().uri(path).contentType(MediaType.APPLICATION_JSON);
            if (trace != null) {
                request.header(TraceContext.HEADER, trace.toString());
            }
            return request.bodyValue(body)
                    .retrieve()
                    .onStatus(HttpStatusCode::is4xxClientError, response -> refused(path, response, trace))
                    .bodyToMono(type)
                    .timeout(within);
        }));
    }

    private Mono<Throwable> refused(String path, ClientResponse response, @Nullable TraceContext trace) {
        int status = response.statusCode().value();
        Trace.on(log.atWarn(), trace)
                .addKeyValue("service", service)
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .log("A service refused an internal call: compare koobridge.internal.tokens and the versions of both");
        return response.releaseBody()
                .thenReturn(new NotProcessedException("%s refused %s with %d".formatted(service, path, status)));
    }
}

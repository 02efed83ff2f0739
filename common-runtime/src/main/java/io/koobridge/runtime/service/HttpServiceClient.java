package io.koobridge.runtime.service;

import io.koobridge.events.TraceContext;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.FailedAnswerException;
import io.koobridge.runtime.outside.NotProcessedException;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.trace.Trace;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** A {@link ServiceClient} over HTTP. On Netty's own client: the gateway asks for each purchase, and the layers above it cost as much as the asking. */
final class HttpServiceClient implements ServiceClient {

    /** The views of a hundred instances, each with everything a buyer is shown, stay below a quarter of this. */
    private static final int LARGEST_ANSWER = 4 << 20;

    private static final Logger log = LoggerFactory.getLogger(HttpServiceClient.class);

    private final String service;
    private final HttpClient http;
    private final OutsideSystem system;

    /** @param http knows the service's address and the headers that every call has */
    HttpServiceClient(String service, HttpClient http, OutsideSystem system) {
        this.service = service;
        this.http = http;
        this.system = system;
    }

    @Override
    public <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within) {
        return system.ask(
                path,
                service,
                Mono.deferContextual(context -> post(path, body, Trace.of(context)))
                        .map(json -> Json.mapper().readValue(json, type))
                        .timeout(within));
    }

    private Mono<byte[]> post(String path, Object body, @Nullable TraceContext trace) {
        var json = Unpooled.wrappedBuffer(json(body));
        return (trace == null ? http : http.headers(headers -> headers.set(TraceContext.HEADER, trace.toString())))
                .post()
                .uri(path)
                .send(Mono.just(json))
                .response((response, bytes) -> read(path, response, bytes, trace))
                .single();
    }

    /** An event has its own form and is written already. */
    private static byte[] json(Object body) {
        return body instanceof byte[] written ? written : Json.mapper().writeValueAsBytes(body);
    }

    private Mono<byte[]> read(
            String path, HttpClientResponse response, ByteBufFlux bytes, @Nullable TraceContext trace) {
        int status = response.status().code();
        return switch (status / 100) {
            case 2 -> whole(bytes);
            case 4 -> bytes.then(refused(path, status, trace));
            // Read to its end, so that the connection can be used again.
            default -> bytes.then(Mono.error(new FailedAnswerException(status)));
        };
    }

    private Mono<byte[]> whole(ByteBufFlux bytes) {
        return bytes.asByteArray()
                .collect(ByteArrayOutputStream::new, this::append)
                .map(ByteArrayOutputStream::toByteArray);
    }

    private void append(ByteArrayOutputStream collected, byte[] more) {
        if (collected.size() + more.length > LARGEST_ANSWER) {
            throw new IllegalStateException("%s answered with more than %d bytes".formatted(service, LARGEST_ANSWER));
        }
        collected.writeBytes(more);
    }

    private Mono<byte[]> refused(String path, int status, @Nullable TraceContext trace) {
        Trace.on(log.atWarn(), trace)
                .addKeyValue("service", service)
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .log("A service refused an internal call: compare koobridge.internal.tokens and the versions of both");
        return Mono.error(new NotProcessedException("%s refused %s with %d".formatted(service, path, status)));
    }
}

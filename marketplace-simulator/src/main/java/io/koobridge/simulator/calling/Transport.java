package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Reply;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * One POST, one whole answer, one time limit over both. Reactor Netty rather than the JDK's client, because that one writes all header
 * names in lower case and {@code Body-Sign} is checked with its exact spelling.
 */
final class Transport {
    private static final int LONGEST_ANSWER = 1 << 20;

    // Short, so that a connection is hardly ever used while the other side is closing it.
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Duration timeout;
    private final HttpClient http;

    Transport(int connections, Duration timeout) {
        this.timeout = timeout;
        // Without retries of its own: each attempt of the marketplace is exactly one request.
        this.http = HttpClient.create(ConnectionProvider.builder("seller")
                        .maxConnections(connections)
                        .maxIdleTime(IDLE)
                        .build())
                .disableRetry(true)
                .headers(headers ->
                        headers.set("Accept", "application/json").set("Content-Type", "application/json;charset=utf8"));
    }

    Reply post(String url, byte[] body) {
        try {
            Mono<Reply> reply = http.headers(headers -> headers.set("Content-Length", body.length))
                    .post()
                    .uri(URI.create(url))
                    .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                    .response((response, content) -> whole(content)
                            .<Reply>map(bytes -> new Reply.Answered(
                                    response.status().code(),
                                    response.responseHeaders().get("Content-Type"),
                                    exactly("Body-Sign", response.responseHeaders()),
                                    bytes)))
                    .next()
                    .timeout(timeout);
            return Objects.requireNonNull(reply.block());
        } catch (RuntimeException e) {
            return new Reply.Broken(reason(e));
        }
    }

    private static Mono<byte[]> whole(ByteBufFlux content) {
        return content.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, (all, chunk) -> {
                    if (all.size() + chunk.length > LONGEST_ANSWER) {
                        throw new IllegalStateException("answer is longer than " + LONGEST_ANSWER + " bytes");
                    }
                    all.writeBytes(chunk);
                    return all;
                })
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static @Nullable String exactly(String name, HttpHeaders headers) {
        return headers.entries().stream()
                .filter(header -> header.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private String reason(Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause instanceof TimeoutException
                ? "no answer within " + timeout.toMillis() + " ms"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}

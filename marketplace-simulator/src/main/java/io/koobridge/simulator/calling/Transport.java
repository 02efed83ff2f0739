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
 * One request, one whole answer, one time limit over both. Reactor Netty rather than the JDK's client, because that one writes all header
 * names in lower case and {@code Body-Sign} is checked with its exact spelling.
 */
final class Transport {
    private static final int LONGEST_ANSWER = 1 << 20;

    // Short, so that a connection is hardly ever used while the other side is closing it.
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final HttpClient http;

    Transport(int connections) {
        // Without retries of its own: each attempt of the marketplace is exactly one request.
        this.http = HttpClient.create(ConnectionProvider.builder("seller")
                        .maxConnections(connections)
                        .maxIdleTime(IDLE)
                        .build())
                .disableRetry(true)
                .headers(headers -> headers.set("Accept", "application/json"));
    }

    Reply send(Letter letter, Duration timeout) {
        byte[] body = letter.body();
        return whole(
                body == null ? http.get().uri(URI.create(letter.url())) : post(letter.url(), Map.of(), body), timeout);
    }

    /** With these headers besides. */
    Reply send(String url, Map<String, String> headers, byte[] body, Duration timeout) {
        return whole(post(url, headers, body), timeout);
    }

    private static Reply whole(HttpClient.ResponseReceiver<?> asked, Duration timeout) {
        try {
            Mono<Reply> reply = asked.response((response, content) -> whole(content)
                            .<Reply>map(bytes -> new Reply.Answered(
                                    response.status().code(),
                                    response.responseHeaders().get("Content-Type"),
                                    exactly("Body-Sign", response.responseHeaders()),
                                    bytes)))
                    .next()
                    .timeout(timeout);
            return Objects.requireNonNull(reply.block());
        } catch (RuntimeException e) {
            return new Reply.Broken(reason(e, timeout));
        }
    }

    private HttpClient.ResponseReceiver<?> post(String url, Map<String, String> more, byte[] body) {
        return http.headers(headers -> {
                    headers.set("Content-Type", "application/json;charset=utf8").set("Content-Length", body.length);
                    more.forEach(headers::set);
                })
                .post()
                .uri(URI.create(url))
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
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

    private static String reason(Throwable thrown, Duration timeout) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return cause instanceof TimeoutException
                ? "no answer within " + timeout.toMillis() + " ms"
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}

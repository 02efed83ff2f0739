package io.koobridge.runtime.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.TraceContext;
import io.koobridge.runtime.Causes;
import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.RetryAfter;
import io.koobridge.runtime.trace.Trace;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Signed calls of a service of the seller's. Redirects are not followed: a call goes to the address that was configured. */
public final class WebhookClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final WebClient http;
    private final Peer peer;
    private final WebhookSigner signer;
    private final Clock clock;

    /**
     * Who is called.
     *
     * @param name as sentences for operators have it: {@code the product}
     * @param secretKey setting that holds the secret, for whoever has to compare it
     * @param largestAnswer in bytes; no more of one is kept
     * @param meanings of HTTP statuses that the contract with this service gives one
     */
    public record Peer(String name, URI url, String secretKey, int largestAnswer, Map<Integer, String> meanings) {

        public Peer {
            meanings = Map.copyOf(meanings);
        }
    }

    /** A client's connections are its own: calls that hang take none from others. */
    public record Pool(String system, int most) {}

    /** What becomes of an answer. */
    public interface Reader<T> {

        /** What claims to be JSON, no larger than was agreed. */
        T read(byte[] json);

        /** Why there is nothing to read. */
        T unusable(String why);

        /** A status that is no success, for whom it matters which one. */
        default T refused(Refusal refusal) {
            return unusable(refusal.why());
        }
    }

    /**
     * A status that is no success.
     *
     * @param retryAfter how long the service wants to be left alone; absent when it says nothing of it
     */
    public record Refusal(int status, @Nullable Duration retryAfter, String why) {}

    /** @param pool how many calls may be on their way at once; further ones wait. They are named after the system */
    public WebhookClient(Peer peer, Pool pool, WebhookSigner signer, Clock clock) {
        this.http = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(Connections.pool(pool.system(), pool.most(), CONNECT_WITHIN)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(peer.largestAnswer()))
                .build();
        this.peer = peer;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * One call.
     *
     * @param messageId the same for each attempt of one message, so that the service can recognise repeats
     */
    public <T> Mono<T> post(String messageId, byte[] json, Reader<T> reader) {
        return Mono.deferContextual(chain -> http.post()
                .uri(peer.url())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    signer.sign(signable(messageId), clock.instant(), json).forEach(headers::set);
                    var trace = Trace.of(chain);
                    if (trace != null) {
                        headers.set(TraceContext.HEADER, trace.toString());
                    }
                })
                .bodyValue(json)
                .exchangeToMono(response -> read(response, reader)));
    }

    private <T> Mono<T> read(ClientResponse response, Reader<T> reader) {
        var status = response.statusCode();
        if (!status.is2xxSuccessful()) {
            var wait = RetryAfter.of(
                    response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER), clock.instant());
            return response.releaseBody()
                    .thenReturn(reader.refused(new Refusal(status.value(), wait, refused(status.value()))));
        }
        // As text: what a service sends here may be no media type at all.
        var type = response.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.toLowerCase(Locale.ROOT).matches("application/([a-z0-9.-]+\\+)?json\\s*(;.*)?")) {
            return response.releaseBody()
                    .thenReturn(reader.unusable("%s answered with %s, not with application/json"
                            .formatted(peer.name(), WebhookText.sentence(type))));
        }
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(reader::read)
                .onErrorResume(
                        WebhookClient::tooLarge,
                        _ -> Mono.just(reader.unusable("%s's answer is larger than %d KiB"
                                .formatted(peer.name(), peer.largestAnswer() / 1024))));
    }

    private static boolean tooLarge(Throwable error) {
        return Causes.find(error, DataBufferLimitException.class).isPresent();
    }

    private String refused(int status) {
        var what = "%s answered HTTP %d".formatted(peer.name(), status);
        return switch (status) {
            case 301, 302, 303, 307, 308 -> what + ": redirects are not followed, configure the address that answers";
            case 401, 403 -> "%s: compare %s with %s's, and the clocks".formatted(what, peer.secretKey(), peer.name());
            default ->
                peer.meanings().containsKey(status)
                        ? what + ": " + peer.meanings().get(status)
                        : what;
        };
    }

    /** A message id has no full stop and is visible ASCII; ids that others made may be anything. */
    private static String signable(String messageId) {
        return URLEncoder.encode(messageId, UTF_8).replace(".", "%2E");
    }
}

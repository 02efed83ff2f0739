package io.koobridge.provisioning.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.TraceContext;
import io.koobridge.runtime.Causes;
import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.trace.Trace;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Signed calls of the seller's product. Redirects are not followed: a wish goes to the address that was configured. */
final class ProductClient {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final WebClient http;
    private final URI url;
    private final WebhookSigner signer;
    private final Clock clock;

    /** What becomes of an answer. */
    interface Reader<T> {

        /** At most 256 KiB of what claims to be JSON. */
        T read(byte[] json);

        /** Why there is nothing to read. */
        T unusable(String why);
    }

    ProductClient(WebClient http, URI url, WebhookSigner signer, Clock clock) {
        this.http = http;
        this.url = url;
        this.signer = signer;
        this.clock = clock;
    }

    /** A client whose connections are its own: calls that hang take none from others. */
    static WebClient connections(String system, int most) {
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(Connections.pool(system, most, CONNECT_WITHIN)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    /** @param messageId the same for each attempt of one message, so that the product can recognise repeats */
    <T> Mono<T> post(String messageId, byte[] json, Reader<T> reader) {
        return Mono.deferContextual(chain -> http.post()
                .uri(url)
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

    private static <T> Mono<T> read(ClientResponse response, Reader<T> reader) {
        var status = response.statusCode();
        if (!status.is2xxSuccessful()) {
            return response.releaseBody().thenReturn(reader.unusable(refused(status.value())));
        }
        // As text: what a product sends here may be no media type at all.
        var type = response.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (type != null && !type.toLowerCase(Locale.ROOT).matches("application/([a-z0-9.-]+\\+)?json\\s*(;.*)?")) {
            return response.releaseBody()
                    .thenReturn(reader.unusable(
                            "the product answered with %s, not with application/json".formatted(Texts.sentence(type))));
        }
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(reader::read)
                .onErrorResume(
                        ProductClient::tooLarge,
                        _ -> Mono.just(reader.unusable(
                                "the product's answer is larger than %d KiB".formatted(LARGEST_ANSWER / 1024))));
    }

    private static boolean tooLarge(Throwable error) {
        return Causes.find(error, DataBufferLimitException.class).isPresent();
    }

    private static String refused(int status) {
        var what = "the product answered HTTP " + status;
        return switch (status) {
            case 301, 302, 303, 307, 308 -> what + ": redirects are not followed, configure the address that answers";
            case 401, 403 -> what + ": compare koobridge.provisioner.http.secret with the product's, and the clocks";
            case 409 -> what + ": it has already applied a higher generation of this instance";
            default -> what;
        };
    }

    /** A message id has no full stop and is visible ASCII; the id of an imported instance may be anything. */
    private static String signable(String messageId) {
        return URLEncoder.encode(messageId, UTF_8).replace(".", "%2E");
    }
}

package io.koobridge.runtime.openapi;

import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Calls the marketplace as the seller. A bean where {@code koobridge.open-api.url} is set. A call takes at most 20 s, never ends in an
 * error signal and is never repeated, except on the fallback host when the first one was certainly not reached (§1.1).
 */
public interface OpenApiClient {

    /**
     * Reads.
     *
     * @param operation for the journal, for example {@code order-query}
     * @param subject what it is about, for the journal
     * @param path absolute, of unescaped characters
     * @param query decoded names and values
     */
    Mono<OpenApiAnswer> get(String operation, String subject, String path, Map<String, String> query);

    /**
     * Sends a request body.
     *
     * @param headers to be sent and signed besides the signature's own, for example those of the usage push (§2.2)
     * @param json the exact bytes to send
     */
    Mono<OpenApiAnswer> post(String operation, String subject, String path, Map<String, String> headers, byte[] json);

    /**
     * Sends a request body that is no JSON, a multipart form for example (§9.4).
     *
     * @param contentType the exact value of the header; it is not signed, the bytes are
     * @param body the exact bytes to send
     */
    Mono<OpenApiAnswer> post(String operation, String subject, String path, String contentType, byte[] body);

    /**
     * The same client for calls that tell secrets, which the marketplace may quote: messages, and so the journal, have their names instead.
     *
     * @param names of each secret
     */
    OpenApiClient hiding(Map<String, String> names);
}

package io.koobridge.license.web;

import io.koobridge.crypto.jws.VerificationKey;
import io.koobridge.license.outside.SigningKeys;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The public keys of licences for whoever builds the product, as a JWK Set (RFC 7517 §5). They are no secret. */
public final class KeySetRoute {

    private static final MediaType JWK_SET = MediaType.valueOf("application/jwk-set+json");

    /** A new key is published long before it signs. */
    private static final Duration FRESH_FOR = Duration.ofHours(1);

    private final String keySet;

    public KeySetRoute(SigningKeys keys) {
        this.keySet = VerificationKey.jwkSet(keys.published());
    }

    public RouterFunction<ServerResponse> open() {
        return RouterFunctions.route().GET("/license-keys", this::answer).build();
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                .bodyValue(keySet);
    }
}

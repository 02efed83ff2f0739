package io.koobridge.tenant.outside.scim;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.runtime.outside.NotProcessedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Tokens of an OAuth client (RFC 6749 §4.4), each used until shortly before its end. */
final class ClientToken implements Authorization {

    private static final String KEY = ScimSettings.KEY + ".client-credentials";
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final long USUAL_LIFE = 300;
    private static final long LONGEST_LIFE = 86_400;

    private final WebClient http;
    private final URI address;
    private final String client;
    private final String form;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Token> token = new AtomicReference<>();

    private record Token(String value, Instant goodUntil) {

        @Override
        public String toString() {
            return "Token[goodUntil=%s]".formatted(goodUntil);
        }
    }

    ClientToken(WebClient http, ScimSettings.ClientCredentials settings, InstantSource clock) {
        this.http = http;
        this.address = Objects.requireNonNull(settings.tokenUrl());
        // Each part is form-encoded before it is Basic (RFC 6749 §2.3.1).
        this.client = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encode(Objects.requireNonNull(settings.clientId()), UTF_8) + ":"
                                        + encode(Objects.requireNonNull(settings.clientSecret()), UTF_8))
                                .getBytes(UTF_8));
        this.form = "grant_type=client_credentials"
                + (settings.scope() == null ? "" : "&scope=" + encode(settings.scope(), UTF_8));
        this.clock = clock;
    }

    @Override
    public Mono<String> header() {
        return Mono.defer(() -> {
                    var known = token.get();
                    return known != null && clock.instant().isBefore(known.goodUntil()) ? Mono.just(known) : fetched();
                })
                .map(good -> "Bearer " + good.value());
    }

    @Override
    public void refused() {
        token.set(null);
    }

    @Override
    public String keys() {
        return KEY;
    }

    private Mono<Token> fetched() {
        return http.post()
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, client)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchangeToMono(this::read)
                .doOnNext(token::set);
    }

    /** Without a token the SCIM server was not called, for certain. */
    private Mono<Token> read(ClientResponse response) {
        var status = response.statusCode();
        if (!status.is2xxSuccessful()) {
            return response.releaseBody()
                    .then(Mono.error(new NotProcessedException(
                            "%s.token-url answered HTTP %d: compare client-id and client-secret with it"
                                    .formatted(KEY, status.value()))));
        }
        return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(this::token);
    }

    private Token token(byte[] json) {
        var answer = ScimJson.object(json);
        var value = answer == null ? "" : answer.path("access_token").textValue();
        if (answer == null || value == null || !value.matches("[\\x21-\\x7e]+")) {
            throw new NotProcessedException(KEY + ".token-url answered without an access_token");
        }
        var life = Math.clamp(answer.path("expires_in").asLong(USUAL_LIFE), 1, LONGEST_LIFE);
        var used = Duration.ofSeconds(life).minus(BEFORE_ITS_END);
        return new Token(value, clock.instant().plus(used.isNegative() ? Duration.ofSeconds(life / 2) : used));
    }
}

package io.koobridge.runtime.openapi;

import io.koobridge.crypto.openapi.RequestSigner;
import io.koobridge.crypto.openapi.SignableRequest;
import io.koobridge.runtime.openapi.OpenApiAnswer.Unavailable;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.NotProcessedException;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.Unreached;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

/** An {@link OpenApiClient} over HTTP. */
final class WebClientOpenApiClient implements OpenApiClient {

    private static final Logger log = LoggerFactory.getLogger(WebClientOpenApiClient.class);
    private static final byte[] NONE = {};
    private static final int UNAUTHORIZED = 401;

    private final Hosts hosts;
    private final RequestSigner signer;
    private final OutsideSystem marketplace;
    private final Exchange exchange;

    /** Whom to ask first, and whom when the first was not reached. */
    record Hosts(URI first, Mono<URI> second) {}

    /** How bytes go out and answers are read. */
    record Exchange(WebClient http, AnswerReader reader) {}

    WebClientOpenApiClient(Hosts hosts, RequestSigner signer, OutsideSystem marketplace, Exchange exchange) {
        this.hosts = hosts;
        this.signer = signer;
        this.marketplace = marketplace;
        this.exchange = exchange;
    }

    @Override
    public Mono<OpenApiAnswer> get(String operation, String subject, String path, Map<String, String> query) {
        return ask(operation, subject, new OpenApiCall("GET", path, query, Map.of(), NONE));
    }

    @Override
    public Mono<OpenApiAnswer> post(
            String operation, String subject, String path, Map<String, String> headers, byte[] json) {
        return ask(operation, subject, new OpenApiCall("POST", path, Map.of(), headers, json));
    }

    private Mono<OpenApiAnswer> ask(String operation, String subject, OpenApiCall call) {
        var onEitherHost = send(hosts.first(), call).onErrorResume(Unreached::certainly, error -> hosts.second()
                .doOnNext(second -> log.atWarn()
                        .addKeyValue("operation", operation)
                        .addKeyValue("host", hosts.first())
                        .addKeyValue("fallback", second)
                        .log("The marketplace's host was not reached; its second one is asked"))
                .flatMap(second -> send(second, call))
                .switchIfEmpty(Mono.error(error)));
        return marketplace.ask(operation, subject, onEitherHost).map(WebClientOpenApiClient::told);
    }

    private static OpenApiAnswer told(Answer<OpenApiAnswer> answer) {
        return switch (answer) {
            case Answer.Answered<OpenApiAnswer>(var value) -> value;
            case Answer.NotSent<OpenApiAnswer>(var why) -> new Unavailable(why, true);
            case Answer.Uncertain<OpenApiAnswer>(var why) -> new Unavailable(why, false);
        };
    }

    /** Signed for this host and this moment (usage-and-open-api §1.1). */
    private Mono<OpenApiAnswer> send(URI host, OpenApiCall call) {
        return Mono.fromSupplier(() -> signable(host, call))
                .flatMap(request -> prepared(request).exchangeToMono(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(NONE)
                        .map(body -> read(response.statusCode().value(), body))));
    }

    private RequestHeadersSpec<?> prepared(SignableRequest request) {
        var prepared = exchange.http()
                .method(HttpMethod.valueOf(request.method()))
                .uri(request.uri())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    request.headers().forEach(headers::set);
                    signer.sign(request).forEach(headers::set);
                });
        var body = request.body();
        return body.length == 0 ? prepared : prepared.bodyValue(body);
    }

    private static SignableRequest signable(URI host, OpenApiCall call) {
        try {
            return call.to(host);
        } catch (IllegalArgumentException e) {
            throw new NotProcessedException("the call cannot be signed: " + e.getMessage());
        }
    }

    private OpenApiAnswer read(int status, byte[] body) {
        if (status == UNAUTHORIZED) {
            log.atWarn()
                    .addKeyValue("gatewaySays", exchange.reader().explanation(body))
                    .log("The marketplace does not accept the signature: compare koobridge.open-api.access-key and"
                            + " secret-key with the account, this machine's clock with the time, and the gateway's"
                            + " canonical request with ours");
        }
        return exchange.reader().read(status, body);
    }
}

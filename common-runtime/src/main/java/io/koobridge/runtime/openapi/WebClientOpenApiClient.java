package io.koobridge.runtime.openapi;

import io.koobridge.crypto.openapi.RequestSigner;
import io.koobridge.crypto.openapi.SignableRequest;
import io.koobridge.events.TraceContext;
import io.koobridge.runtime.openapi.OpenApiAnswer.Unavailable;
import io.koobridge.runtime.openapi.OpenApiCall.Content;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.NotProcessedException;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.Unreached;
import io.koobridge.runtime.trace.Trace;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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
        return ask(operation, subject, new OpenApiCall("GET", path, query, Map.of(), Content.none()));
    }

    @Override
    public Mono<OpenApiAnswer> post(
            String operation, String subject, String path, Map<String, String> headers, byte[] json) {
        return ask(operation, subject, new OpenApiCall("POST", path, Map.of(), headers, Content.json(json)));
    }

    @Override
    public Mono<OpenApiAnswer> post(String operation, String subject, String path, String contentType, byte[] body) {
        var content = new Content(contentType, body);
        return ask(operation, subject, new OpenApiCall("POST", path, Map.of(), Map.of(), content));
    }

    @Override
    public OpenApiClient hiding(Map<String, String> names) {
        return new WebClientOpenApiClient(
                hosts,
                signer,
                marketplace,
                new Exchange(exchange.http(), exchange.reader().hiding(names)));
    }

    private Mono<OpenApiAnswer> ask(String operation, String subject, OpenApiCall call) {
        return marketplace
                .ask(operation, subject, Mono.deferContextual(chain -> onEitherHost(operation, call, Trace.of(chain))))
                .map(WebClientOpenApiClient::told);
    }

    private Mono<OpenApiAnswer> onEitherHost(String operation, OpenApiCall call, @Nullable TraceContext trace) {
        return send(hosts.first(), call, trace).onErrorResume(Unreached::certainly, error -> hosts.second()
                .doOnNext(second -> Trace.on(log.atWarn(), trace)
                        .addKeyValue("operation", operation)
                        .addKeyValue("host", hosts.first())
                        .addKeyValue("fallback", second)
                        .log("The marketplace's host was not reached; its second one is asked"))
                .flatMap(second -> send(second, call, trace))
                .switchIfEmpty(Mono.error(error)));
    }

    private static OpenApiAnswer told(Answer<OpenApiAnswer> answer) {
        return switch (answer) {
            case Answer.Answered<OpenApiAnswer>(var value) -> value;
            case Answer.NotSent<OpenApiAnswer>(var why) -> new Unavailable(why, true);
            case Answer.Uncertain<OpenApiAnswer>(var why) -> new Unavailable(why, false);
        };
    }

    /** Signed for this host and this moment (usage-and-open-api §1.1). */
    private Mono<OpenApiAnswer> send(URI host, OpenApiCall call, @Nullable TraceContext trace) {
        return Mono.fromSupplier(() -> signable(host, call))
                .flatMap(request -> prepared(request, call.content().type(), trace)
                        .exchangeToMono(response -> response.bodyToMono(byte[].class)
                                .defaultIfEmpty(NONE)
                                .map(body -> read(response.statusCode().value(), body, trace))));
    }

    private RequestHeadersSpec<?> prepared(SignableRequest request, String contentType, @Nullable TraceContext trace) {
        var prepared = exchange.http()
                .method(HttpMethod.valueOf(request.method()))
                .uri(request.uri())
                .headers(headers -> {
                    // As it is given: a media type that is read and written again has other blanks.
                    headers.set(HttpHeaders.CONTENT_TYPE, contentType);
                    request.headers().forEach(headers::set);
                    signer.sign(request).forEach(headers::set);
                    if (trace != null) {
                        // Not signed: whoever stands between may be a part of the trace and change it.
                        headers.set(TraceContext.HEADER, trace.toString());
                    }
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

    private OpenApiAnswer read(int status, byte[] body, @Nullable TraceContext trace) {
        if (status == UNAUTHORIZED) {
            Trace.on(log.atWarn(), trace)
                    .addKeyValue("gatewaySays", exchange.reader().explanation(body))
                    .log("The marketplace does not accept the signature: compare koobridge.open-api.access-key and"
                            + " secret-key with the account, this machine's clock with the time, and the gateway's"
                            + " canonical request with ours");
        }
        return exchange.reader().read(status, body);
    }
}

package io.koobridge.runtime.service;

import io.koobridge.events.wire.Json;
import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.port.ServiceTokens;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.CodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.client.WebClient;

/** Clients over one connection pool for each service. */
final class WebClientServiceClients implements ServiceClients {

    /** The views of a hundred instances, each with everything a buyer is shown, stay below a quarter of this. */
    private static final int LARGEST_ANSWER = 4 << 20;

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** As many as the gateway publishes at once (design §3.6), so that the pool never is what a call waits for. */
    private static final int AT_ONCE = 512;

    private final ServiceTokens tokens;
    private final OutsideSystems systems;

    WebClientServiceClients(ServiceTokens tokens, OutsideSystems systems) {
        this.tokens = tokens;
        this.systems = systems;
    }

    @Override
    public ServiceClient of(String service, URI internalUrl) {
        if (internalUrl.getHost() == null
                || !internalUrl.getRawPath().replace("/", "").isEmpty()) {
            throw new IllegalArgumentException(
                    "the internal URL of %s must be http(s)://host:port, is '%s'".formatted(service, internalUrl));
        }
        var http = Connections.pool(service, AT_ONCE, CONNECT_WITHIN);
        var web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .baseUrl(internalUrl.getScheme() + "://" + internalUrl.getRawAuthority())
                .defaultHeaders(headers -> headers.setBearerAuth(tokens.outgoing()))
                .codecs(WebClientServiceClients::oneMapper)
                .build();
        var limits = OutsideLimits.usual().withConcurrentCalls(AT_ONCE);
        return new WebClientServiceClient(service, web, systems.unjournaled(service, limits));
    }

    private static void oneMapper(CodecConfigurer codecs) {
        codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(Json.mapper()));
        codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(Json.mapper()));
        codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER);
    }
}

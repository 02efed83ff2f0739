package io.koobridge.runtime.service;

import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.port.ServiceTokens;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.time.Duration;

/** Clients over one connection pool for each service. */
final class HttpServiceClients implements ServiceClients {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    /** As many as the gateway publishes at once (design §3.6), so that the pool never is what a call waits for. */
    private static final int AT_ONCE = 512;

    private final ServiceTokens tokens;
    private final OutsideSystems systems;

    HttpServiceClients(ServiceTokens tokens, OutsideSystems systems) {
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
        var base = internalUrl.getScheme() + "://" + internalUrl.getRawAuthority();
        var http = Connections.pool(service, AT_ONCE, CONNECT_WITHIN)
                .baseUrl(base)
                .headers(headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + tokens.outgoing())
                        .set(HttpHeaderNames.CONTENT_TYPE, "application/json"));
        var limits = OutsideLimits.usual().withConcurrentCalls(AT_ONCE);
        return new HttpServiceClient(service, http, systems.unjournaled(service, limits));
    }
}

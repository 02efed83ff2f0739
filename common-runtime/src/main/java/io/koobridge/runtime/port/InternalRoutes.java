package io.koobridge.runtime.port;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Routes for other services: a bean of this type is served on the internal port alone, to callers with a service token.
 *
 * <p>Not a {@link RouterFunction} itself, because Spring would serve such a bean on the public port too.
 *
 * @param routes every path begins with {@code /internal/}. A handler may fail: an error becomes a problem (RFC 9457) that
 *     shows a status and a sentence, and an unexpected one is logged and answered 500
 */
public record InternalRoutes(RouterFunction<ServerResponse> routes) {}

package io.koobridge.runtime.port;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All internal routes as one, with an answer for whatever none of them takes: no inherited route comes after it. The actuator's own mapping
 * comes before.
 */
final class InternalRouting {

    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private InternalRouting() {}

    static RouterFunction<ServerResponse> of(List<InternalRoutes> parts) {
        RouterFunction<ServerResponse> none = _ -> Mono.empty();
        var routes = parts.stream().map(InternalRoutes::routes).reduce(none, RouterFunction::and);
        return routes.filter((request, next) -> next.handle(request).switchIfEmpty(Mono.error(InternalRouting::noBody)))
                .and(RouterFunctions.route(RequestPredicates.all(), request -> notServed(routes, request)));
    }

    /** A handler that waits for a body gets none from an empty one, and would end without a response. */
    private static ResponseStatusException noBody() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The body is missing.");
    }

    /** Functional routes know no 405: whether the path has another method is tried out. */
    private static Mono<ServerResponse> notServed(RouterFunction<ServerResponse> routes, ServerRequest request) {
        return Flux.fromIterable(METHODS)
                .filterWhen(method -> routes.route(
                                ServerRequest.from(request).method(method).build())
                        .hasElement())
                .<Set<HttpMethod>>collect(() -> new TreeSet<>(), Set::add)
                .flatMap(others -> Mono.error(
                        others.isEmpty()
                                ? new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is served here.")
                                : new MethodNotAllowedException(request.method(), others)));
    }
}

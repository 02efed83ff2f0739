package io.koobridge.license.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.web.Asked;
import io.koobridge.service.web.OperatorDeeds;
import io.koobridge.service.web.Trouble;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /internal/applications/{id}:free-place}: a person knows what nobody could tell, that the marketplace does not have the licence. Its place
 * among the order's licences is another's then.
 */
public final class PlaceRoutes {

    private final ApplicationBook book;
    private final OperatorDeeds deeds;

    record Freeing(String id, String state) {}

    public PlaceRoutes(ApplicationBook book, OperatorDeeds deeds) {
        this.book = book;
        this.deeds = deeds;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/applications/{id}:free-place", this::free)
                .filter(Trouble::told)
                .build());
    }

    private Mono<ServerResponse> free(ServerRequest request) {
        var id = request.pathVariable("id");
        return Asked.deed(request).flatMap(deed -> book.find(id)
                .switchIfEmpty(Asked.unknown("No licence has this id."))
                .then(book.placeFreed(id))
                .filter(freed -> freed)
                .switchIfEmpty(
                        Mono.error(
                                () -> Asked.conflict(
                                        "It has no place to give up: only a licence that was refused for good and kept its place does.")))
                .flatMap(_ -> {
                    deeds.done(id, "place-freed", "applications/" + id, deed.reason());
                    return ServerResponse.ok().bodyValue(new Freeing(id, "started"));
                }));
    }
}

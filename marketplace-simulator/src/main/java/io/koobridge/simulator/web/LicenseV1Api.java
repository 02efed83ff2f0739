package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.life.Book;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The licence that a purchase of License V1 brought, by its call or by hand. */
public final class LicenseV1Api {
    private static final int LONGEST_ID = 64;

    private final Book book;
    private final Deliveries deliveries;
    private final Elsewhere elsewhere;

    public LicenseV1Api(Book book, Deliveries deliveries, Elsewhere elsewhere) {
        this.book = book;
        this.deliveries = deliveries;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/simulator/purchases/{orderId}/license", this::license)
                .POST("/simulator/purchases/{orderId}:deliver", this::deliver)
                .build();
    }

    private Mono<ServerResponse> license(ServerRequest request) {
        String license = book.known(request.pathVariable("orderId")).seen().license();
        if (license == null) {
            throw new NoSuchElementException("no licence of License V1 came with this purchase (yet)");
        }
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .bodyValue(license);
    }

    record ByHand(@Nullable String instanceId, @Nullable String license) {
        String id() {
            if (instanceId == null || instanceId.isBlank() || instanceId.length() > LONGEST_ID) {
                throw new IllegalArgumentException("instanceId must have 1 to 64 characters");
            }
            return instanceId;
        }

        String text() {
            if (license == null || license.isBlank()) {
                throw new IllegalArgumentException("license is missing");
            }
            return license;
        }
    }

    private Mono<ServerResponse> deliver(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        return request.bodyToMono(ByHand.class)
                .switchIfEmpty(Mono.error(() -> new IllegalArgumentException("instanceId and license are missing")))
                .flatMap(said -> {
                    String instanceId = said.id();
                    String license = said.text();
                    return elsewhere.answer(() -> SaleView.whole(deliveries.byHand(orderId, instanceId, license)));
                });
    }
}

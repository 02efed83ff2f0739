package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.applying.Application;
import io.koobridge.simulator.applying.Application.State;
import io.koobridge.simulator.applying.Applications;
import io.koobridge.simulator.applying.ApplyWish;
import io.koobridge.simulator.applying.Applying;
import io.koobridge.simulator.applying.Received;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Applications for licences over HTTP. */
public final class ApplicationApi {
    private final Applying applying;
    private final Applications applications;
    private final Elsewhere elsewhere;

    public ApplicationApi(Applying applying, Applications applications, Elsewhere elsewhere) {
        this.applying = applying;
        this.applications = applications;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/purchases/{orderId}:apply", this::apply)
                .GET("/simulator/applications", this::list)
                .GET("/simulator/applications/{eventId}/license", this::license)
                .POST("/simulator/applications/{eventId}:restart", this::restart)
                .POST("/simulator/applications/{eventId}:again", this::again)
                .POST("/simulator/applications/{eventId}:deny", this::deny)
                .GET("/simulator/applications/{eventId}", this::show)
                .build();
    }

    private Mono<ServerResponse> apply(ServerRequest request) {
        String orderId = request.pathVariable("orderId");
        int wait = Parameters.number(request, "wait", 0, 0, 60);
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> Wishes.withFaults(
                        body, ApplyWish.class, (wish, faults) -> applying.apply(orderId, wish, faults)))
                .flatMap(made -> elsewhere.call(() -> applications.await(made.eventId(), Duration.ofSeconds(wait))))
                .flatMap(
                        application -> ServerResponse.status(application.isOver() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                                .bodyValue(ApplicationView.of(application)));
    }

    record Page(int total, Map<State, Integer> byState, List<ApplicationView> applications) {}

    private Mono<ServerResponse> list(ServerRequest request) {
        int limit = Parameters.number(request, "limit", 100, 1, 10_000);
        String orderId = request.queryParam("orderId").orElse(null);
        State state = request.queryParam("state")
                .map(text -> Parameters.oneOf("state", text, State.class))
                .orElse(null);
        Predicate<Application> wanted = each -> (orderId == null || orderId.equals(each.orderId()))
                && (state == null || state == each.course().state());
        Applications.Listed listed = applications.listed(wanted, limit);
        return ServerResponse.ok()
                .bodyValue(new Page(
                        listed.total(),
                        listed.byState(),
                        listed.applications().stream().map(ApplicationView::of).toList()));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return shown(applications.known(request.pathVariable("eventId")));
    }

    /** Exactly as they came. */
    private Mono<ServerResponse> license(ServerRequest request) {
        Received received =
                applications.known(request.pathVariable("eventId")).course().received();
        if (received == null || received.bytes() == null) {
            throw new NoSuchElementException(
                    received == null ? "no licence has come (yet)" : "the bytes are no longer kept");
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(received.bytes());
    }

    record Calls(List<AttemptView> attempts) {
        static Calls of(List<Attempt> attempts) {
            return new Calls(attempts.stream().map(AttemptView::of).toList());
        }
    }

    private Mono<ServerResponse> restart(ServerRequest request) {
        String eventId = request.pathVariable("eventId");
        return elsewhere.answer(() -> Calls.of(applying.restart(eventId)));
    }

    /** @param fault what shall be wrong */
    record Again(@Nullable Fault fault) {}

    private Mono<ServerResponse> again(ServerRequest request) {
        String eventId = request.pathVariable("eventId");
        return request.bodyToMono(Again.class)
                .defaultIfEmpty(new Again(null))
                .flatMap(wanted -> elsewhere.answer(() -> Calls.of(applying.again(eventId, wanted.fault()))));
    }

    private Mono<ServerResponse> deny(ServerRequest request) {
        return shown(applying.deny(request.pathVariable("eventId")));
    }

    private static Mono<ServerResponse> shown(Application application) {
        return ServerResponse.ok().bodyValue(ApplicationView.of(application));
    }
}

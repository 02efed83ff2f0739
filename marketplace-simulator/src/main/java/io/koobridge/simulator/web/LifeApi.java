package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.playing.Chaos;
import io.koobridge.simulator.playing.Lives;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Whole lives and chaos over HTTP. */
public final class LifeApi {
    private static final int LONGEST_PAUSE_MILLIS = 60_000;

    private final Lives lives;
    private final Chaos chaos;
    private final Till till;

    public LifeApi(Lives lives, Chaos chaos, Till till) {
        this.lives = lives;
        this.chaos = chaos;
        this.till = till;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/lives", this::live)
                .GET("/simulator/lives", request -> ServerResponse.ok().bodyValue(new All(lives.listed())))
                .GET("/simulator/lives/{orderId}", this::show)
                .POST("/simulator/chaos", this::start)
                .GET("/simulator/chaos", request -> ServerResponse.ok()
                        .bodyValue(chaos.view().<Object>map(view -> view).orElse(Map.of("state", "NONE"))))
                .DELETE("/simulator/chaos", request -> chaos.end()
                        .map(Elsewhere::accepted)
                        .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "no chaos run")))
                .build();
    }

    record All(List<Lives.Progress> lives) {}

    record LifeRequest(
            @Nullable PurchaseRequest purchase, @Nullable Integer pauseMillis) {
        static final LifeRequest ANY = new LifeRequest(null, null);

        Sale sale(Till till) {
            PurchaseRequest wanted = Objects.requireNonNullElse(purchase, PurchaseRequest.ANY);
            return wanted.as(wanted.begunAsTrial()).sale(till);
        }

        Duration pause() {
            int millis = Objects.requireNonNullElse(pauseMillis, 0);
            if (millis < 0 || millis > LONGEST_PAUSE_MILLIS) {
                throw new IllegalArgumentException("pauseMillis must be from 0 to " + LONGEST_PAUSE_MILLIS);
            }
            return Duration.ofMillis(millis);
        }
    }

    private Mono<ServerResponse> live(ServerRequest request) {
        return request.bodyToMono(LifeRequest.class)
                .defaultIfEmpty(LifeRequest.ANY)
                .flatMap(wanted -> started(wanted.sale(till), wanted.pause()));
    }

    private Mono<ServerResponse> started(Sale sale, Duration pause) {
        return switch (lives.start(sale, pause)) {
            case Lives.Started.Running running -> Elsewhere.accepted(running.progress());
            case Lives.Started.TooMany _ ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "too many lives are being played");
            case Lives.Started.Refused refused ->
                refused.entry() == Book.Entry.FULL ? PurchaseApi.full() : PurchaseApi.taken(sale);
        };
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return lives.find(request.pathVariable("orderId"))
                .map(life -> ServerResponse.ok().bodyValue(life))
                .orElseGet(() -> Problem.of(HttpStatus.NOT_FOUND, "no life of " + request.pathVariable("orderId")));
    }

    private Mono<ServerResponse> start(ServerRequest request) {
        return request.bodyToMono(Chaos.Wanted.class)
                .defaultIfEmpty(new Chaos.Wanted(null, null, null, null, null))
                .map(chaos::start)
                .flatMap(Elsewhere::accepted);
    }
}

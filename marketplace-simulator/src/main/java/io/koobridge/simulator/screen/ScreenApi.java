package io.koobridge.simulator.screen;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.life.NotNow;
import java.net.URI;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The page and its buttons. What a button did, or why not, is the page's next headline. */
public final class ScreenApi {
    private final FrontPage page;
    private final Buttons buttons;
    private final Scheduler blocking;
    private volatile String headline = "";

    public ScreenApi(FrontPage page, Buttons buttons, Scheduler blocking) {
        this.page = page;
        this.buttons = buttons;
        this.blocking = blocking;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/", this::show)
                .POST("/screen/{button}", this::press)
                .build();
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return ServerResponse.ok()
                .header("Content-Type", "text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .bodyValue(page.html(headline, request.queryParam("still").isPresent()));
    }

    private Mono<ServerResponse> press(ServerRequest request) {
        // A page of somebody else must not press our buttons through a developer's browser.
        String site = Objects.requireNonNullElse(request.headers().firstHeader("Sec-Fetch-Site"), "same-origin");
        if (!site.equals("same-origin") && !site.equals("none")) {
            return ServerResponse.status(HttpStatus.FORBIDDEN).build();
        }
        String button = request.pathVariable("button");
        return request.formData()
                .flatMap(form -> Mono.fromCallable(
                                () -> pressed(button, name -> Objects.requireNonNullElse(form.getFirst(name), "")
                                        .strip()))
                        .subscribeOn(blocking))
                .flatMap(said -> {
                    headline = said;
                    return ServerResponse.seeOther(URI.create("/")).build();
                });
    }

    private String pressed(String button, UnaryOperator<String> form) {
        try {
            return buttons.press(button, form);
        } catch (IllegalArgumentException | NoSuchElementException | NotNow e) {
            return "Not done: " + e.getMessage();
        }
    }
}

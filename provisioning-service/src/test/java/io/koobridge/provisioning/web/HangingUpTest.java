package io.koobridge.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.provisioning.Instances;
import io.koobridge.service.web.WaitingRoom;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** A gateway that gives up closes its connection, and that is all that it says. */
class HangingUpTest {

    private static final Duration PATIENT = Duration.ofSeconds(15);

    @Tag("promise:held-answers-end")
    @Test
    void nothingIsReadForACallerThatIsGone() throws Exception {
        var reads = new AtomicInteger();
        var gone = new CountDownLatch(1);
        var room = new WaitingRoom();
        var instance = new AwaitedInstance(Mono.fromCallable(() -> {
            reads.incrementAndGet();
            return Instances.ordered();
        }));
        var routes = route().POST("/await", _ -> room.awaited("CS1", instance, PATIENT)
                        .doOnCancel(gone::countDown)
                        .flatMap(_ -> ServerResponse.ok().build()))
                .build();
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
        var caller = HttpClient.newHttpClient();
        try {
            var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/await".formatted(server.port())))
                    .timeout(Duration.ofMillis(700))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();

            assertThatThrownBy(() -> caller.send(question, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);

            caller.shutdownNow();
            await().atMost(Duration.ofSeconds(10)).until(() -> gone.getCount() == 0);
            var before = reads.get();
            assertThat(before).isPositive();
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> reads.get() <= before + 1);
        } finally {
            caller.close();
            server.disposeNow();
        }
    }
}

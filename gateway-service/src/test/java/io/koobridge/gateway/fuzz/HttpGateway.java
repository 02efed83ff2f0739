package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.http.BodyBudget;
import io.koobridge.gateway.http.BodyBudgets;
import io.koobridge.gateway.http.CallbackFilter;
import io.koobridge.gateway.http.ServerSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The gateway's real public door on a port of its own, with the fuzzer's world behind it. One call at a time. */
final class HttpGateway implements AutoCloseable {

    static final long BUDGET = 4 * 1024 * 1024;

    /** As in application.yaml. */
    private static final int LONGEST_HEAD = 32 * 1024;

    private final Gateway gateway = new Gateway();
    private final BodyBudget budget = new BodyBudget(BUDGET);
    private final DisposableServer server;
    private volatile Tape tape;

    HttpGateway(Tape first) {
        tape = first;
        WebHandler nothingElse = exchange -> {
            exchange.getResponse().setStatusCode(HttpStatus.NOT_FOUND);
            return exchange.getResponse().setComplete();
        };
        WebFilter taping =
                (exchange, chain) -> chain.filter(exchange).contextWrite(context -> context.put(World.TAPE, tape));
        var door = new CallbackFilter(
                new ProductionAddresses(Gateway.addresses()),
                gateway.callbacksOf(),
                new CallbackFilter.Budgets(budget, budget),
                Gateway.CLOCK);
        var handler = WebHttpHandlerBuilder.webHandler(nothingElse)
                .filter(taping, door)
                .build();
        server = new ServerSettings()
                .apply(HttpServer.create()
                        .host("127.0.0.1")
                        .port(0)
                        .httpRequestDecoder(decoder ->
                                decoder.maxInitialLineLength(LONGEST_HEAD).maxHeaderSize(LONGEST_HEAD)))
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    /** From now on. */
    void record(Tape next) {
        tape = next;
    }

    int port() {
        return server.port();
    }

    long budgetLeft() {
        return BodyBudgets.left(budget);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

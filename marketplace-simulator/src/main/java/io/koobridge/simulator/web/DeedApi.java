package io.koobridge.simulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.simulator.enterprise.BindingDeeds;
import io.koobridge.simulator.enterprise.Deed;
import io.koobridge.simulator.enterprise.DepartmentDeeds;
import io.koobridge.simulator.enterprise.Enterprise;
import io.koobridge.simulator.enterprise.Enterprises;
import io.koobridge.simulator.enterprise.Enterprises.Begun;
import io.koobridge.simulator.enterprise.Manner;
import io.koobridge.simulator.enterprise.Operation;
import io.koobridge.simulator.enterprise.UserDeeds;
import io.koobridge.simulator.web.EnterpriseView.OperationView;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What enterprises do, over HTTP: each verb is an operation of calls to the seller. */
public final class DeedApi {
    private static final int LONGEST_WAIT = 600;
    private static final int DEFAULT_WAIT = 60;
    private static final Map<String, Class<? extends Deed>> DEEDS = Map.ofEntries(
            Map.entry("bind", BindingDeeds.Bind.class),
            Map.entry("unbind", BindingDeeds.Unbind.class),
            Map.entry("sync-departments", BindingDeeds.SyncDepartments.class),
            Map.entry("authorize", UserDeeds.Authorize.class),
            Map.entry("change", UserDeeds.Change.class),
            Map.entry("disable", UserDeeds.Disable.class),
            Map.entry("enable", UserDeeds.Enable.class),
            Map.entry("cancel", UserDeeds.Cancel.class),
            Map.entry("delete", UserDeeds.Delete.class),
            Map.entry("add-department", DepartmentDeeds.Add.class),
            Map.entry("rename-department", DepartmentDeeds.Rename.class),
            Map.entry("move-department", DepartmentDeeds.Move.class),
            Map.entry("delete-department", DepartmentDeeds.Remove.class));

    private final Enterprises enterprises;
    private final Elsewhere elsewhere;

    public DeedApi(Enterprises enterprises, Elsewhere elsewhere) {
        this.enterprises = enterprises;
        this.elsewhere = elsewhere;
    }

    public RouterFunction<ServerResponse> routes() {
        return route().POST("/simulator/enterprises/{tenantId}:deliver", this::deliver)
                .POST(
                        "/simulator/enterprises/{tenantId}:retry",
                        request -> performed(request, (enterprise, body) -> enterprises.retry(enterprise)))
                .POST("/simulator/enterprises/{tenantId}:{verb}", this::perform)
                .GET("/simulator/enterprises/{tenantId}/operations/{number}", this::show)
                .build();
    }

    private Mono<ServerResponse> perform(ServerRequest request) {
        String verb = request.pathVariable("verb");
        Class<? extends Deed> type = DEEDS.get(verb);
        if (type == null) {
            throw new NoSuchElementException("no verb " + verb);
        }
        return performed(request, (enterprise, body) -> {
            Manner manner = manner(body.remove("delivery"));
            return enterprises.perform(enterprise, verb, Wishes.as(body, type), manner);
        });
    }

    /**
     * @param shuffle a seed; null: in their order
     * @param secondsBetween by how much each body is older than the next one
     */
    record Delivering(@Nullable Long shuffle, @Nullable Integer secondsBetween) {
        private static final int DEFAULT = 10;
        private static final int MOST = 86_400;

        int seconds() {
            int seconds = secondsBetween == null ? DEFAULT : secondsBetween;
            if (seconds < 0 || seconds > MOST) {
                throw new IllegalArgumentException("secondsBetween must be a number from 0 to " + MOST);
            }
            return seconds;
        }
    }

    private Mono<ServerResponse> deliver(ServerRequest request) {
        return performed(request, (enterprise, body) -> {
            Manner manner = manner(body.remove("delivery"));
            Delivering wanted = Wishes.as(body, Delivering.class);
            return enterprises.deliver(enterprise, wanted.shuffle(), wanted.seconds(), manner);
        });
    }

    private static Manner manner(@Nullable JsonNode delivery) {
        return delivery == null || delivery.isNull() ? Manner.PLAIN : Wishes.as(delivery, Manner.class);
    }

    private Mono<ServerResponse> performed(ServerRequest request, BiFunction<Enterprise, ObjectNode, Begun> what) {
        Enterprise enterprise = enterprises.known(request.pathVariable("tenantId"));
        int wait = Parameters.number(request, "wait", DEFAULT_WAIT, 0, LONGEST_WAIT);
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(body ->
                        elsewhere.call(() -> ended(enterprise, what.apply(enterprise, Wishes.object(body)), wait)))
                .flatMap(operation -> ServerResponse.status(operation.isOver() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .bodyValue(OperationView.of(operation)));
    }

    private static Operation ended(Enterprise enterprise, Begun begun, int wait) throws Exception {
        try {
            return begun.end().get(wait, TimeUnit.SECONDS);
        } catch (TimeoutException notYet) {
            return enterprise.operation(begun.operation().number());
        }
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        Enterprise enterprise = enterprises.known(request.pathVariable("tenantId"));
        return ServerResponse.ok()
                .bodyValue(OperationView.of(enterprise.operation(Parameters.path(request, "number"))));
    }
}

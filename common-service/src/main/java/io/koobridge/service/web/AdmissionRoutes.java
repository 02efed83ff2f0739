package io.koobridge.service.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.wire.Decoded;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.config.LedgerModule;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** {@code POST /internal/admissions}: what would this fact do? The decision as a dry run; nothing is written. */
public final class AdmissionRoutes {

    private final Supplier<List<LedgerModule<?, ?>>> modules;

    public AdmissionRoutes(Supplier<List<LedgerModule<?, ?>>> modules) {
        this.modules = modules;
    }

    public InternalRoutes internal() {
        return new InternalRoutes(route().POST("/internal/admissions", this::admit)
                .filter(StoreTrouble::told)
                .build());
    }

    private Mono<ServerResponse> admit(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .flatMap(this::decide)
                .flatMap(admission -> ServerResponse.ok().bodyValue(admission));
    }

    private Mono<Admission> decide(byte[] event) {
        var why = "no ledger is kept here";
        for (var module : modules.get()) {
            switch (tried(module, event)) {
                case Tried.Decided(var admission) -> {
                    return admission;
                }
                case Tried.NotItsFact(var reason) -> why = reason;
            }
        }
        return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST, why));
    }

    private static <F, S> Tried tried(LedgerModule<F, S> module, byte[] event) {
        return switch (module.read(event)) {
            case Decoded.Intact<F>(var fact) ->
                new Tried.Decided(module.preview(fact).map(Admission::of));
            case Decoded.Unreadable<F>(var why) -> new Tried.NotItsFact(why);
        };
    }

    private sealed interface Tried {
        record Decided(Mono<Admission> admission) implements Tried {}

        record NotItsFact(String why) implements Tried {}
    }
}

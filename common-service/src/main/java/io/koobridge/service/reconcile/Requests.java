package io.koobridge.service.reconcile;

import reactor.core.publisher.Mono;

/** A service's own work queue. */
@FunctionalInterface
public interface Requests {

    /** Completes once the broker has it; an error signal when that is not known. */
    Mono<Void> send(ReconcileRequest request);
}

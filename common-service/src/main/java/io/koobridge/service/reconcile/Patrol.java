package io.koobridge.service.reconcile;

import reactor.core.publisher.Mono;

/** Looks through a store, again and again, for what no event would tell. Repeatable, and done by every replica. */
public interface Patrol {

    /**
     * Goes round once.
     *
     * @return how many things were found
     */
    Mono<Long> once();

    /** What it means when something was found, for the log. */
    String meaning();
}

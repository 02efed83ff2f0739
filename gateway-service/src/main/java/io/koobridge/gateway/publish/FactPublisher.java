package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import reactor.core.publisher.Mono;

/** Stores facts of one family on its topic. Never ends in an error signal and takes some 2.3 s at most (design §3.6). */
@FunctionalInterface
public interface FactPublisher<F> {

    /** Sends when subscribed to. */
    Mono<Publication> publish(Event<F> fact);
}

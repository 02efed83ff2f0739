package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import reactor.core.publisher.Mono;

/** Stores facts. Never ends in an error signal and takes some 2.3 s at most (design §3.6). */
public interface FactPublisher {

    /** Sends when subscribed to. */
    Mono<Publication> publish(Event<InstanceFact> fact);
}

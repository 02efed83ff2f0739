package io.koobridge.gateway.call;

import reactor.core.publisher.Mono;

/** A body that has not been read yet. */
public interface IncomingBody {

    /** Reads it, once. Always ends with a value, never with an error signal. */
    Mono<BodyRead> read(int longest);
}

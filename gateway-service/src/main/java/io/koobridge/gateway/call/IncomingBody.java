package io.koobridge.gateway.call;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** A body that has not been read yet. */
public interface IncomingBody {

    /** How long its last byte may be in coming (design §3.1). */
    Duration READ_WITHIN = Duration.ofSeconds(10);

    /** Reads it, once. Always ends with a value, never with an error signal. */
    Mono<BodyRead> read(int longest);
}

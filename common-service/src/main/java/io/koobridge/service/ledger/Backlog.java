package io.koobridge.service.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The unsettled documents of a ledger, for people to look at. */
public interface Backlog<S> {

    /** Unsettled for so long, work is listed beside the dead letters (design §5). */
    Duration EXPIRES_AFTER = Duration.ofHours(24);

    /** How long something has been unsettled. */
    enum Age {
        ANY,
        STUCK,
        EXPIRED
    }

    /** So many there are. Answered from the sparse index of unsettled ones: no document is read. */
    Mono<Long> count(Age age, Instant now);

    /** Those that have been unsettled longest come first. */
    Flux<Unsettled<S>> unsettled(Age age, Instant now, int limit);

    /**
     * One of them.
     *
     * @param state absent when the document cannot be read
     */
    record Unsettled<S>(String id, Work work, @Nullable S state) {}
}

package io.koobridge.service.finding;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where a service notes what a person should look at. */
public interface FindingBook {

    /** Opens a finding, or notes that an open one was seen again. */
    Mono<Void> open(String subject, FindingKind kind, String detail);

    /** Does nothing when no such finding is open. */
    Mono<Void> close(String subject, FindingKind kind);

    /** Whom open findings of this kind are about. */
    Flux<String> subjects(FindingKind kind);
}

package io.koobridge.service.ledger;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The writes that a ledger is made of. Each one is atomic on a single document and says whether it changed it; nothing
 * else is asked of a store (design §4). A failing store is an error signal.
 */
public interface LedgerStore<S> {

    Mono<Entry<S>> find(String id);

    /** Those of these that exist, by one question, in no order. */
    Flux<Entry<S>> findAll(Collection<String> ids);

    /** Version 1. False when the id is taken. */
    Mono<Boolean> insert(String id, S state, Work work);

    /** Compare-and-set: the next version with new work. The lease is left alone. */
    Mono<Boolean> replace(String id, long expectedVersion, S state, Work work);

    /**
     * Takes the lease if the ticket is the current one and nobody holds the document.
     *
     * @return empty when the claim is refused
     */
    Mono<Entry<S>> claim(String id, String ticket, Lease lease, Instant now);

    /** False when somebody else took the lease. */
    Mono<Boolean> renew(String id, Lease lease);

    /**
     * Compare-and-set under the lease: the next version.
     *
     * @param work replaces the work when given
     */
    Mono<Boolean> record(String id, long expectedVersion, String holder, S state, @Nullable Work work);

    /** Ends work and lease of exactly this version, whose snapshot is published. The version stays. */
    Mono<Boolean> settle(String id, long version, String holder);

    /** Leaves the document for later: new work and no lease, if lease and ticket are still these. */
    Mono<Boolean> postpone(String id, String holder, String ticket, Work work);

    /** Ids and work of documents due at or before this time that nobody holds now; oldest first. */
    Flux<Overdue> overdue(Instant dueAtOrBefore, Instant now, int limit);

    /** A new ticket for an unsettled document that nobody holds, if its ticket is still this one. */
    Mono<Boolean> reissue(String id, String ticket, Work work, Instant now);

    /** An unsettled document that its chain of requests seems to have forgotten. */
    record Overdue(String id, Work work) {}
}

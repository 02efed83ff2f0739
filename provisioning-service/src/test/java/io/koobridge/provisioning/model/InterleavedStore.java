package io.koobridge.provisioning.model;

import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Lease;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.ledger.Work;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store before each of whose operations anything else may happen. */
final class InterleavedStore<S> implements LedgerStore<S> {

    private final LedgerStore<S> store = new InMemoryLedgerStore<>();

    @Override
    public Mono<Entry<S>> find(String id) {
        Coroutine.pause();
        return store.find(id);
    }

    @Override
    public Mono<Boolean> insert(String id, S state, Work work) {
        Coroutine.pause();
        return store.insert(id, state, work);
    }

    @Override
    public Mono<Boolean> replace(String id, long expectedVersion, S state, Work work) {
        Coroutine.pause();
        return store.replace(id, expectedVersion, state, work);
    }

    @Override
    public Mono<Entry<S>> claim(String id, String ticket, Lease lease, Instant now) {
        Coroutine.pause();
        return store.claim(id, ticket, lease, now);
    }

    @Override
    public Mono<Boolean> renew(String id, Lease lease) {
        Coroutine.pause();
        return store.renew(id, lease);
    }

    @Override
    public Mono<Boolean> record(String id, long expectedVersion, String holder, S state, @Nullable Work work) {
        Coroutine.pause();
        return store.record(id, expectedVersion, holder, state, work);
    }

    @Override
    public Mono<Boolean> settle(String id, long version, String holder) {
        Coroutine.pause();
        return store.settle(id, version, holder);
    }

    @Override
    public Mono<Boolean> postpone(String id, String holder, String ticket, Work work) {
        Coroutine.pause();
        return store.postpone(id, holder, ticket, work);
    }

    @Override
    public Flux<Overdue> overdue(Instant dueAtOrBefore, Instant now, int limit) {
        Coroutine.pause();
        return store.overdue(dueAtOrBefore, now, limit);
    }

    @Override
    public Mono<Boolean> reissue(String id, String ticket, Work work, Instant now) {
        Coroutine.pause();
        return store.reissue(id, ticket, work, now);
    }
}

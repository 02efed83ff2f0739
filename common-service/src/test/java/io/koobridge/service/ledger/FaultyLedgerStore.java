package io.koobridge.service.ledger;

import com.mongodb.MongoTimeoutException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store that fails for some documents for as long as a test wants. */
public final class FaultyLedgerStore<S> implements LedgerStore<S> {

    private final LedgerStore<S> store = new InMemoryLedgerStore<>();
    private volatile Predicate<String> down = _ -> false;
    private volatile RuntimeException failure = new MongoTimeoutException("nobody there");

    public void failFor(Predicate<String> ids) {
        down = ids;
    }

    public void failWith(RuntimeException other) {
        failure = other;
    }

    @Override
    public Mono<Entry<S>> find(String id) {
        return guarded(id, store.find(id));
    }

    @Override
    public Flux<Entry<S>> findAll(Collection<String> ids) {
        return Flux.fromIterable(ids).concatMap(this::find);
    }

    @Override
    public Mono<Boolean> insert(String id, S state, Work work) {
        return guarded(id, Mono.defer(() -> store.insert(id, state, work)));
    }

    @Override
    public Mono<Boolean> replace(String id, long expectedVersion, S state, Work work) {
        return guarded(id, Mono.defer(() -> store.replace(id, expectedVersion, state, work)));
    }

    @Override
    public Mono<Entry<S>> claim(String id, String ticket, Lease lease, Instant now) {
        return guarded(id, Mono.defer(() -> store.claim(id, ticket, lease, now)));
    }

    @Override
    public Mono<Boolean> renew(String id, Lease lease) {
        return guarded(id, Mono.defer(() -> store.renew(id, lease)));
    }

    @Override
    public Mono<Boolean> record(String id, long expectedVersion, String holder, S state, @Nullable Work work) {
        return guarded(id, Mono.defer(() -> store.record(id, expectedVersion, holder, state, work)));
    }

    @Override
    public Mono<Boolean> settle(String id, long version, String holder) {
        return guarded(id, Mono.defer(() -> store.settle(id, version, holder)));
    }

    @Override
    public Mono<Boolean> postpone(String id, String holder, String ticket, Work work) {
        return guarded(id, Mono.defer(() -> store.postpone(id, holder, ticket, work)));
    }

    @Override
    public Flux<Overdue> overdue(Instant dueAtOrBefore, Instant now, int limit) {
        return down.test("") ? Flux.error(failure) : store.overdue(dueAtOrBefore, now, limit);
    }

    @Override
    public Mono<Boolean> reissue(String id, String ticket, Work work, Instant now) {
        return guarded(id, Mono.defer(() -> store.reissue(id, ticket, work, now)));
    }

    private <T> Mono<T> guarded(String id, Mono<T> operation) {
        return Mono.defer(() -> down.test(id) ? Mono.error(failure) : operation);
    }
}

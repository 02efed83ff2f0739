package io.koobridge.service.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger store's twin in memory; passes the same contract. Atomic by one lock. */
public final class InMemoryLedgerStore<S> implements LedgerStore<S> {

    private final Map<String, Entry<S>> entries = new HashMap<>();
    private final Runnable before;

    public InMemoryLedgerStore() {
        this(() -> {});
    }

    /** @param before each operation: there, anything else may happen */
    public InMemoryLedgerStore(Runnable before) {
        this.before = before;
    }

    @Override
    public Mono<Entry<S>> find(String id) {
        before.run();
        synchronized (this) {
            return Mono.justOrEmpty(entries.get(id));
        }
    }

    @Override
    public Flux<Entry<S>> findAll(Collection<String> ids) {
        return Flux.fromIterable(Set.copyOf(ids)).concatMap(this::find);
    }

    @Override
    public Mono<Boolean> insert(String id, S state, Work work) {
        before.run();
        synchronized (this) {
            return Mono.just(entries.putIfAbsent(id, new Entry<>(id, state, 1, work, null)) == null);
        }
    }

    @Override
    public Mono<Boolean> replace(String id, long expectedVersion, S state, Work work) {
        return change(
                id,
                entry -> entry.version() == expectedVersion,
                entry -> new Entry<>(id, state, expectedVersion + 1, work, entry.lease()));
    }

    @Override
    public Mono<Entry<S>> claim(String id, String ticket, Lease lease, Instant now) {
        var claimed = changed(
                id,
                entry -> hasTicket(entry, ticket) && free(entry, now),
                entry -> new Entry<>(id, entry.state(), entry.version(), entry.work(), lease));
        return Mono.justOrEmpty(claimed);
    }

    @Override
    public Mono<Boolean> renew(String id, Lease lease) {
        return change(
                id,
                entry -> entry.heldBy(lease.holder()),
                entry -> new Entry<>(id, entry.state(), entry.version(), entry.work(), lease));
    }

    @Override
    public Mono<Boolean> record(String id, long expectedVersion, String holder, S state, @Nullable Work work) {
        return change(
                id,
                entry -> entry.version() == expectedVersion && entry.heldBy(holder),
                entry ->
                        new Entry<>(id, state, expectedVersion + 1, work == null ? entry.work() : work, entry.lease()));
    }

    @Override
    public Mono<Boolean> settle(String id, long version, String holder) {
        return change(
                id,
                entry -> entry.version() == version && entry.heldBy(holder),
                entry -> new Entry<>(id, entry.state(), version, null, null));
    }

    @Override
    public Mono<Boolean> postpone(String id, String holder, String ticket, Work work) {
        return change(
                id,
                entry -> entry.heldBy(holder) && hasTicket(entry, ticket),
                entry -> new Entry<>(id, entry.state(), entry.version(), work, null));
    }

    @Override
    public Flux<Overdue> overdue(Instant dueAtOrBefore, Instant now, int limit) {
        before.run();
        return dueNow(dueAtOrBefore, now, limit);
    }

    private synchronized Flux<Overdue> dueNow(Instant dueAtOrBefore, Instant now, int limit) {
        return Flux.fromIterable(entries.values().stream()
                .filter(entry -> free(entry, now))
                .flatMap(entry -> entry.unsettled().map(work -> new Overdue(entry.id(), work)).stream())
                .filter(overdue -> !overdue.work().dueAt().isAfter(dueAtOrBefore))
                .sorted(Comparator.comparing(overdue -> overdue.work().dueAt()))
                .limit(limit)
                .toList());
    }

    @Override
    public Mono<Boolean> reissue(String id, String ticket, Work work, Instant now) {
        return change(
                id,
                entry -> hasTicket(entry, ticket) && free(entry, now),
                entry -> new Entry<>(id, entry.state(), entry.version(), work, entry.lease()));
    }

    private Mono<Boolean> change(String id, Predicate<Entry<S>> condition, UnaryOperator<Entry<S>> change) {
        return Mono.just(changed(id, condition, change) != null);
    }

    private @Nullable Entry<S> changed(String id, Predicate<Entry<S>> condition, UnaryOperator<Entry<S>> change) {
        before.run();
        return changedNow(id, condition, change);
    }

    private synchronized @Nullable Entry<S> changedNow(
            String id, Predicate<Entry<S>> condition, UnaryOperator<Entry<S>> change) {
        return Optional.ofNullable(entries.get(id))
                .filter(condition)
                .map(change)
                .map(next -> {
                    entries.put(id, next);
                    return next;
                })
                .orElse(null);
    }

    private static boolean hasTicket(Entry<?> entry, String ticket) {
        return entry.unsettled().filter(work -> work.ticket().equals(ticket)).isPresent();
    }

    private static boolean free(Entry<?> entry, Instant now) {
        return entry.lease() == null || !entry.lease().until().isAfter(now);
    }
}

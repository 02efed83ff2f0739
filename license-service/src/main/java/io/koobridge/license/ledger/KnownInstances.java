package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.LedgerStore;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Instances as they are known here, for those who only read them. */
public final class KnownInstances {

    private final LedgerStore<KnownInstance> store;

    public KnownInstances(LedgerStore<KnownInstance> store) {
        this.store = store;
    }

    /** Empty when no snapshot of it came yet. */
    public Mono<KnownInstance> find(String instanceId) {
        return store.find(instanceId).map(Entry::state);
    }

    /** Those of these of which a snapshot came. */
    public Flux<KnownInstance> findAll(Collection<String> instanceIds) {
        return store.findAll(instanceIds).map(Entry::state);
    }
}

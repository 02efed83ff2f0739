package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.LedgerStore;
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
}

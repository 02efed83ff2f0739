package io.koobridge.tenant.ledger;

import io.koobridge.events.Outcome;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.tenant.domain.Tenant;
import reactor.core.publisher.Mono;

/** Has the directory told everything of a tenant once more: it lost something, or it was configured after the tenant came. */
public final class Propagated {

    private final String name;
    private final Ledger<Tenant> ledger;
    private final Requests requests;
    private final boolean propagate;

    /**
     * The directory's mirror.
     *
     * @param name of the ledger
     * @param propagate whether there is a directory
     */
    public Propagated(String name, Ledger<Tenant> ledger, Requests requests, boolean propagate) {
        this.name = name;
        this.ledger = ledger;
        this.requests = requests;
        this.propagate = propagate;
    }

    /** Whether it is told; a tenant that is not known stays so. */
    public Mono<Boolean> again(String tenantId) {
        if (!propagate) {
            return Mono.just(false);
        }
        return ledger.apply(
                        tenantId,
                        current -> current == null ? new Outcome.Unchanged<>() : new Outcome.Applied<>(current.again()))
                .flatMap(change -> change.pending()
                        .map(ticket -> requests.send(new ReconcileRequest(name, tenantId, ticket)))
                        .orElseGet(Mono::empty))
                .thenReturn(true);
    }
}

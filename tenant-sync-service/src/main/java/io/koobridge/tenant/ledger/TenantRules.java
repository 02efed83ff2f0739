package io.koobridge.tenant.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.service.facts.FactRules;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.Tenants;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the marketplace told does to a tenant, and before that to its departments and users. */
public final class TenantRules implements FactRules<TenantFact, Tenant> {

    private final TenantRows rows;
    private final Function<Event<TenantFact>, Mono<Void>> noted;

    /** @param noted what a person should look at in a fact, written once its rows are */
    public TenantRules(TenantRows rows, Function<Event<TenantFact>, Mono<Void>> noted) {
        this.rows = rows;
        this.noted = noted;
    }

    @Override
    public Mono<Void> spread(Event<TenantFact> event) {
        return rows.told(event).then(Mono.defer(() -> noted.apply(event)));
    }

    @Override
    public Outcome<Tenant> decide(@Nullable Tenant current, Event<? extends TenantFact> event) {
        return Tenants.decide(current, event);
    }
}

package io.koobridge.tenant.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.service.facts.FactRules;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.Tenants;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the marketplace told does to a tenant, and before that to its departments and users. */
public final class TenantRules implements FactRules<TenantFact, Tenant> {

    private final TenantRows rows;

    public TenantRules(TenantRows rows) {
        this.rows = rows;
    }

    @Override
    public Mono<Void> spread(Event<TenantFact> event) {
        return rows.told(event);
    }

    @Override
    public Outcome<Tenant> decide(@Nullable Tenant current, Event<? extends TenantFact> event) {
        return Tenants.decide(current, event);
    }
}

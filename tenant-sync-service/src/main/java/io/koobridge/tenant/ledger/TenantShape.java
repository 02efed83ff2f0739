package io.koobridge.tenant.ledger;

import io.koobridge.service.ledger.Shape;
import io.koobridge.tenant.domain.Tenant;
import java.time.Duration;

/** Tenants as the ledger sees them. */
public final class TenantShape implements Shape<Tenant> {

    /** A whole organisation takes a directory a while, and a person who may not log in yet asks within hours. */
    private static final Duration PROPAGATED = Duration.ofHours(2);

    @Override
    public Class<Tenant> type() {
        return Tenant.class;
    }

    @Override
    public long generation(Tenant tenant) {
        return tenant.generation();
    }

    @Override
    public String phase(Tenant tenant) {
        return tenant.phase().name();
    }

    @Override
    public Duration patience(Tenant tenant) {
        return PROPAGATED;
    }
}

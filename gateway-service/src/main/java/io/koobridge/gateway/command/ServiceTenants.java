package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import io.koobridge.runtime.service.ServiceClients;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** tenant-sync-service over its internal port. */
public final class ServiceTenants implements Tenants {

    private final ServiceClient opening;

    /** @param tenantSync base URL of its internal port */
    public ServiceTenants(URI tenantSync, ServiceClients services) {
        this.opening = services.of("tenant-sync-secrets", tenantSync);
    }

    @Override
    public Mono<Answer<SecretOpening>> open(SecretOpening.Question question, Duration within) {
        return opening.post("/internal/secrets:open", question, SecretOpening.class, within);
    }
}

package io.koobridge.tenant.login;

import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import reactor.core.publisher.Mono;

/** What the marketplace told of enterprises and their people. Empty for whom it never told of. */
public interface LoginTenants {

    Mono<Tenant> tenant(String tenantId);

    Mono<User> user(String tenantId, String userName);
}

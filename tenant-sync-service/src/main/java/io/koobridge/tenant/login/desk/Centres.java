package io.koobridge.tenant.login.desk;

import io.koobridge.events.SealedText;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.login.LoginSecrets;
import io.koobridge.tenant.login.LoginTenants;
import io.koobridge.tenant.login.domain.Admission;
import io.koobridge.tenant.login.domain.Checked;
import io.koobridge.tenant.login.domain.LoginApplication;
import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.domain.LoginOutcome;
import io.koobridge.tenant.login.outside.CentreAddress;
import io.koobridge.tenant.login.outside.CentreAddress.ClientPair;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Where an enterprise's people say who they are, as the marketplace told last. Never taken from a request (tenant-sync §7.1). */
public final class Centres {

    private final LoginTenants tenants;
    private final LoginSecrets secrets;
    private final LoginDomain.Rule rule;

    public Centres(LoginTenants tenants, LoginSecrets secrets, LoginDomain.Rule rule) {
        this.tenants = tenants;
        this.secrets = secrets;
        this.rule = rule;
    }

    /** An enterprise whose people may log in to an application, and where. */
    public record Open(Tenant tenant, Tenant.Client client, LoginDomain domain) {}

    public Mono<Checked<Open>> of(LoginApplication application, String tenantId) {
        return tenants.tenant(tenantId)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(tenant -> Admission.client(tenant.orElse(null), application.appId())
                        .then(client -> domain(application, tenant.orElseThrow())
                                .map(domain -> Checked.passed(new Open(tenant.get(), client, domain)))
                                .orElseGet(() -> Checked.refused(LoginOutcome.WRONG_DOMAIN))));
    }

    /** Also of an enterprise whose people may log in no more: they still log out. */
    public Mono<LoginDomain> domain(LoginApplication application, String tenantId) {
        return tenants.tenant(tenantId).flatMap(tenant -> Mono.justOrEmpty(domain(application, tenant)));
    }

    private Optional<LoginDomain> domain(LoginApplication application, Tenant tenant) {
        var server = application.centre().server();
        return LoginDomain.of(server == null ? tenant.about().domainName() : server, rule);
    }

    /** With the secret in clear: for one call. */
    public Checked<CentreAddress> address(LoginApplication application, Open open) {
        return secret(application, open)
                .map(secret -> Checked.passed(new CentreAddress(
                        open.tenant().id(),
                        application.centre().profile(),
                        open.domain(),
                        new ClientPair(open.client().id(), secret),
                        application.addresses().callback())))
                .orElseGet(() -> Checked.refused(LoginOutcome.SECRET_CLOSED));
    }

    private Optional<String> secret(LoginApplication application, Open open) {
        SealedText sealed = open.client().secret();
        return sealed == null ? Optional.empty() : secrets.open(open.tenant().id(), application.appId(), sealed);
    }
}

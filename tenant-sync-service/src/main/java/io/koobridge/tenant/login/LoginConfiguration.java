package io.koobridge.tenant.login;

import static java.util.Objects.requireNonNull;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.runtime.outside.Connections;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.config.ServiceTools;
import io.koobridge.service.reconcile.PatrolSchedule;
import io.koobridge.service.seal.Sealing;
import io.koobridge.tenant.domain.Tenant;
import io.koobridge.tenant.domain.User;
import io.koobridge.tenant.ledger.Row;
import io.koobridge.tenant.ledger.RowTable;
import io.koobridge.tenant.ledger.TenantBook;
import io.koobridge.tenant.login.desk.Centres;
import io.koobridge.tenant.login.desk.SessionPatrol;
import io.koobridge.tenant.login.desk.Standing;
import io.koobridge.tenant.login.domain.LoginDomain;
import io.koobridge.tenant.login.ledger.LoginSessions;
import io.koobridge.tenant.login.ledger.RefreshTokens;
import io.koobridge.tenant.login.ledger.UsedCodes;
import io.koobridge.tenant.login.outside.AuthenticationCentre;
import io.koobridge.tenant.login.outside.OneAccess;
import io.koobridge.tenant.login.outside.PublicAddresses;
import io.koobridge.tenant.outside.ClientSecrets;
import io.koobridge.tenant.outside.TenantSealingProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Logins, where there are applications for them. */
@Configuration(proxyBeanMethods = false)
@Conditional(LoginWanted.class)
@EnableConfigurationProperties(LoginProperties.class)
class LoginConfiguration {

    private static final String SYSTEM = "oneaccess";
    private static final int CONNECTIONS_TO_ONE_HOST = 16;

    /** Whoever waits longer waits for an enterprise that does not answer. */
    private static final Duration FREE_WITHIN = Duration.ofSeconds(1);

    /** More than an authentication centre's own time-out, which says more. */
    private static final Duration SPARE = Duration.ofSeconds(2);

    @Bean
    LoginSettings loginSettings(LoginProperties properties, ResourceLoader locations) {
        return new LoginSettings(properties, locations);
    }

    @Bean
    LoginSessions loginSessions(MongoDatabase ledgerDatabase, LoginProperties properties, Clock clock) {
        return new LoginSessions(
                LedgerModule.collection(ledgerDatabase, "login-sessions"),
                clock,
                new Tokens(new SecureRandom())::base64,
                properties.sessions().perUser());
    }

    @Bean
    UsedCodes usedLoginCodes(MongoDatabase ledgerDatabase, Clock clock) {
        return new UsedCodes(LedgerModule.collection(ledgerDatabase, "login-codes"), clock);
    }

    @Bean
    RefreshTokens refreshTokens(TenantSealingProperties sealing) {
        return new RefreshTokens(Sealing.of(requireNonNull(sealing.clients())));
    }

    @Bean
    LoginTenants loginTenants(TenantBook book, RowTable<User> userTable) {
        return new LoginTenants() {
            @Override
            public Mono<Tenant> tenant(String tenantId) {
                return book.find(tenantId);
            }

            @Override
            public Mono<User> user(String tenantId, String userName) {
                return userTable.find(tenantId, userName).map(Row::state);
            }
        };
    }

    @Bean
    LoginSecrets loginSecrets(ClientSecrets secrets) {
        return secrets::open;
    }

    @Bean
    AuthenticationCentre authenticationCentre(OutsideSystems systems, LoginProperties properties) {
        var calls = properties.calls();
        var client = Connections.pool(SYSTEM, CONNECTIONS_TO_ONE_HOST, FREE_WITHIN, calls.timeout())
                .responseTimeout(calls.timeout())
                .resolvedAddressesSelector(PublicAddresses.of(calls.allowLoopback()));
        var limits = OutsideLimits.usual().withCallTimeout(calls.timeout().plus(SPARE));
        // Anybody can show a code that is none, so no timeline repeats what came of it.
        return new OneAccess(systems.unjournaled(SYSTEM, limits), client, calls.timeout());
    }

    @Bean
    Centres loginCentres(LoginTenants tenants, LoginSecrets secrets, LoginProperties properties) {
        var calls = properties.calls();
        return new Centres(tenants, secrets, new LoginDomain.Rule(calls.allowLoopback(), calls.domainSuffixes()));
    }

    @Bean
    Standing loginStanding(LoginTenants tenants, Centres loginCentres) {
        return new Standing(tenants, loginCentres);
    }

    @Bean
    LoginDoorway loginDoorway(
            LoginSettings settings, LoginTenants tenants, LoginDoorway.Parts loginParts, ServiceTools tools) {
        return new LoginDoorway(settings, tenants, loginParts, tools.telemetry());
    }

    @Bean
    LoginDoorway.Parts loginParts(
            Centres loginCentres,
            Standing loginStanding,
            AuthenticationCentre authenticationCentre,
            LoginDoorway.Books loginBooks) {
        return new LoginDoorway.Parts(loginCentres, loginStanding, authenticationCentre, loginBooks);
    }

    @Bean
    LoginDoorway.Books loginBooks(
            UsedCodes codes, LoginSessions sessions, RefreshTokens tokens, LoginProperties properties) {
        return new LoginDoorway.Books(
                codes, sessions, tokens, properties.sessions().longest());
    }

    @Bean
    RouterFunction<ServerResponse> loginRoutes(LoginDoorway doorway) {
        return doorway.routes().open();
    }

    @Bean
    PatrolSchedule loginPatrols(
            ServiceTools tools, LoginDoorway.Parts parts, LoginSettings settings, LoginProperties properties) {
        var patrol = new SessionPatrol(
                parts.books().sessions(),
                parts.books().codes(),
                parts.standing(),
                new SessionPatrol.Scope(
                        settings.applications(), tools.telemetry().clock()));
        return new PatrolSchedule(
                tools.guard().ready(),
                () -> List.of(patrol),
                properties.sessions().checkInterval());
    }
}

package io.koobridge.tenant.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.crypto.seal.SealContext;
import io.koobridge.crypto.seal.Sealer;
import io.koobridge.events.SealedText;
import io.koobridge.events.tenant.TenantFact.ApplicationGranted;
import io.koobridge.events.tenant.TenantFact.Change;
import io.koobridge.events.tenant.TenantFact.TenantBound;
import io.koobridge.events.tenant.TenantFact.UserChange;
import io.koobridge.tenant.Facts;
import io.koobridge.tenant.login.Browser;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.StubCentre;
import io.koobridge.tenant.login.TestPem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A login in the whole service: what was told on Kafka opens it, and closes it again. */
@Timeout(180)
class LoginsOfTenantsTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    /** {@code printf %s test-key-0123456789 | sha256sum}. */
    private static final String KEY_DIGEST = "0b026dcaf52dd2d7e8b377ed75182bfcc65497aff885b3a37dd1be1a75ca394d";

    private static final String KEY = "test-key-0123456789";
    private static final String APPLICATION = "koobridge.login.applications.erp.";

    @Tag("promise:withdrawn-logins-end")
    @Test
    void whoeverWasAuthorisedLogsInUntilThatIsTakenBack(@TempDir Path directory) throws Exception {
        var settings = Map.of(
                "koobridge.login.public-url",
                "http://127.0.0.1",
                "koobridge.login.cookie-secrets",
                "a-secret-of-the-tests-that-is-long-enough",
                "koobridge.login.signing-keys[0].kid",
                "k1",
                "koobridge.login.signing-keys[0].private-key",
                RunningTenants.file(directory, "login-key.pem", TestPem.privateHalf(TestPem.pair("secp256r1"))),
                "koobridge.login.calls.allow-loopback",
                "true",
                APPLICATION + "app-id",
                Facts.APP,
                APPLICATION + "callback-url",
                "http://127.0.0.1/login/erp/callback",
                APPLICATION + "return-urls",
                "http://127.0.0.1:8088/login/return",
                APPLICATION + "api-keys[0].id",
                "erp",
                APPLICATION + "api-keys[0].sha256",
                KEY_DIGEST);
        try (var centre = new StubCentre();
                var tenants = new RunningTenants(directory, settings)) {
            var browser = new Browser(URI.create("http://127.0.0.1:" + tenants.port));
            var secret = Sealer.of(tenants.clients.publicKeyset())
                    .seal(People.SECRET, new SealContext(People.TENANT + "/" + Facts.APP, "clientSecret"));
            tenants.tell(
                    People.TENANT,
                    new TenantBound(Facts.INSTANCE, "CS1", "acme", "Acme", centre.url(), Change.ADDED, false));
            tenants.tell(
                    People.TENANT,
                    new ApplicationGranted(Facts.INSTANCE, Facts.APP, "client-1", new SealedText(secret), false));
            tenants.tell(People.TENANT, Facts.users(UserChange.ADDED, Facts.user("li.lei")));
            await("the user is known").atMost(SOON).until(() -> tenants.get(
                            "/internal/tenants/" + People.TENANT + "/users")
                    .toString()
                    .contains("li.lei"));

            var claims = browser.confirmed("/login/erp/callback?code=c1&tenant=" + People.TENANT);

            assertThat(claims.getStringClaim("tenant_name")).isEqualTo("Acme");
            assertThat(claims.getStringClaim("role")).as("his grant's").isEqualTo("user");
            assertThat(browser.get("/login/jwks.json").body()).contains("\"k1\"");
            assertThat(StubCentre.form(centre.requests().getFirst().body()))
                    .containsEntry("client_secret", People.SECRET);
            var renewal = claims.getStringClaim("sid") + ":renew";
            assertThat(browser.server(KEY, "erp", renewal).statusCode()).isEqualTo(200);

            tenants.tell(People.TENANT, Facts.users(UserChange.CANCELLED, Facts.user("li.lei")));
            await("the session is over")
                    .atMost(SOON)
                    .until(() -> browser.server(KEY, "erp", renewal).statusCode() == 403);
            assertThat(tenants.metrics())
                    .contains(
                            "koobridge_logins_total{",
                            "koobridge_login_renewals_total{",
                            "koobridge_login_api_key_used_total{",
                            "outcome=\"not_authorized\"");
        }
    }
}

package io.koobridge.tenant.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.domain.User.Standing;
import io.koobridge.tenant.login.Browser;
import io.koobridge.tenant.login.LoginBench;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.StubCentre;
import io.koobridge.testkit.FakeServer.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the product's link to its form, against a OneAccess over HTTP. */
class LoginTest {

    private static final String CAME = "/login/erp/callback?code=c1&tenant=" + People.TENANT;

    private final LoginBench bench = new LoginBench();
    private final Browser browser = bench.browser;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theBrowserGoesToTheUnifiedPageAndTheProductGetsWhatItAskedFor() throws Exception {
        var begun = browser.get("/login/erp?return=https://crm.example.com/in/x&nonce=n-0S6");
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(Browser.location(begun))
                .hasToString("https://macroverse.huaweicloud.com/unified-login/#/portal-login?ind=UNOP&appId=app-5f0c");
        assertThat(begun.headers().firstValue("set-cookie").orElseThrow())
                .containsIgnoringCase("HttpOnly")
                .contains("Secure", "SameSite=Lax", "Max-Age=900");

        var came = browser.get(CAME);
        assertThat(Browser.location(came).toString())
                .startsWith("/login/erp/done?handle=")
                .doesNotContain("c1");
        assertThat(came.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(came.headers().firstValue("cache-control")).contains("no-store");
        var page = browser.get(Browser.location(came).toString());
        assertThat(page.body()).contains("action=\"https://crm.example.com/in/x\"", "method=\"post\"");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "form-action https://crm.example.com", "script-src 'sha256-");

        var claims = Browser.identity(page);
        assertThat(claims.getIssuer()).isEqualTo("https://login.example.com");
        assertThat(claims.getAudience()).containsExactly("erp");
        assertThat(claims.getSubject()).isEqualTo("t-0a1b2c3d/li.lei");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(People.NOW.plus(Duration.ofMinutes(5))));
        assertThat(claims.getClaims())
                .containsEntry("tenant", People.TENANT)
                .containsEntry("tenant_name", "Acme 制造有限公司")
                .containsEntry("tenant_code", "acme")
                .containsEntry("user_name", "li.lei")
                .containsEntry("name", "李雷")
                .containsEntry("role", "user")
                .containsEntry("org_code", "D100")
                .containsEntry("test", false)
                .containsEntry("nonce", "n-0S6")
                .containsEntry("auth_time", People.NOW.getEpochSecond())
                .containsKeys("sid", "jti");
        assertThat(bench.counted("ok")).isOne();
    }

    @Test
    void theSecretIsSentAsAFormSendsIt() {
        browser.arrive(CAME);

        var call = bench.centre.requests().getFirst();
        assertThat(call.headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(call.body()).contains("%23%24%5E%26%3D%2B");
        assertThat(StubCentre.form(call.body()))
                .isEqualTo(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "client-1",
                        "client_secret", People.SECRET,
                        "code", "c1",
                        "redirect_uri", LoginBench.CALLBACK));
        assertThat(bench.centre.requests().getLast().headers())
                .containsEntry("Authorization", "Bearer access-secret-1")
                .containsEntry("Accept", "application/json");
    }

    @Test
    void thePlatformMayBeginAndNothingIsMergedIntoWhatWasThere() throws Exception {
        browser.get("/login/erp?nonce=mine");
        var mine = browser.arrive(CAME);

        var claims = browser.arrive("/login/erp/callback?code=c2&tenant_id=" + People.TENANT);

        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(claims.getStringClaim("sid")).isNotEqualTo(mine.getStringClaim("sid"));
        assertThat(browser.renew(mine.getStringClaim("sid")).statusCode()).isEqualTo(200);
    }

    @Test
    void anApplicationMayRefuseWhatThePlatformBegan() {
        refused(browser.get("/login/closed/callback?code=c1&tenant=" + People.TENANT), 400, "unexpected");

        browser.get("/login/closed");
        assertThat(browser.get("/login/closed/callback?code=c1&tenant=" + People.TENANT)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whatTheAuthenticationCentreDoesNotSayIsAsTheMarketplaceTold() throws Exception {
        bench.centre.userInfo = _ -> Response.ok("{\"id\":\"1\",\"userName\":\"li.lei\"}");

        var claims = browser.arrive(CAME);

        assertThat(claims.getStringClaim("role")).isEqualTo("user");
        assertThat(claims.getStringClaim("org_code")).isEqualTo("D100");
        assertThat(claims.getStringClaim("name")).isEqualTo("李雷");
    }

    @Test
    void theRoleIsTheGrantsAndTheAuthenticationCentresOnlyWhereTheGrantHasNone() throws Exception {
        assertThat(browser.arrive(CAME).getStringClaim("role")).isEqualTo("user");

        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.GRANTED, true, null));

        assertThat(browser.arrive("/login/erp/callback?code=c2&tenant=" + People.TENANT)
                        .getStringClaim("role"))
                .isEqualTo("admin");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void whereOneServerIsThatOfAllAUserOfNoEnterpriseIsRefused() {
        bench.centre.userInfo = _ -> Response.ok("{\"user_name\":\"li.lei\",\"role\":\"admin\"}");

        refused(browser.get("/login/orgid/callback?code=c1&tenant=" + People.TENANT), 403, "foreign_tenant");
    }

    @Test
    void orgIdIsAskedInItsOwnWay() throws Exception {
        bench.centre.userInfo = request ->
                request.headers().getOrDefault("X-OrgID-Authorization", "").startsWith("Bearer access-")
                        ? Response.ok("{\"user_name\":\"li.lei\",\"tenant\":\"t-0a1b2c3d\",\"role\":\"admin\"}")
                        : new Response(401, "{\"error_code\":\"1\",\"error_msg\":\"no\"}");

        var claims = browser.arrive("/login/orgid/callback?code=c1&tenant=" + People.TENANT);

        assertThat(claims.getStringClaim("user_name")).isEqualTo("li.lei");
        assertThat(bench.centre.requests().getFirst().path()).isEqualTo("/orgid/openapi/v1/oauth2/token");
        assertThat(StubCentre.form(bench.centre.requests().getFirst().body())).containsEntry("access_type", "offline");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aCodeThatWasShownBeforeIsRefusedBeforeAnybodyIsAsked() {
        browser.arrive(CAME);
        int asked = bench.centre.requests().size();

        refused(browser.get(CAME), 400, "code_replayed");
        bench.people.knows(People.tenant(People.OTHER, bench.centre.url()));
        refused(browser.get("/login/erp/callback?code=c1&tenant=" + People.OTHER), 400, "code_replayed");

        assertThat(bench.centre.requests()).hasSize(asked);
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aStateThatIsNotOfThisBrowserIsRefused() {
        refused(browser.get(CAME + "&state=abc"), 400, "forged_state");
        browser.get("/login/erp");
        refused(browser.get(CAME + "&state=abc"), 400, "forged_state");
        browser.get("/login/erp?tenant=" + People.TENANT);
        refused(browser.get(CAME + "&state=abc"), 400, "forged_state");

        assertThat(bench.centre.requests()).isEmpty();
    }

    @Test
    void whereTheEnterpriseIsKnownItsOwnPageGetsAStateAndGivesItBack() throws Exception {
        var page = Browser.location(browser.get("/login/erp?nonce=n1&tenant=" + People.TENANT));
        var asked = StubCentre.form(page.getRawQuery());
        assertThat(page.toString()).startsWith(bench.centre.url() + "/api/v1/oauth2/authorize?");
        assertThat(asked)
                .containsEntry("client_id", "client-1")
                .containsEntry("redirect_uri", LoginBench.CALLBACK)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "get_user_info");
        assertThat(asked.get("state")).matches("[A-Za-z0-9]{32}");

        var claims = browser.arrive("/login/erp/callback?code=c1&state=" + asked.get("state"));

        assertThat(claims.getStringClaim("nonce")).isEqualTo("n1");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void whoeverWasSentToOneEnterpriseDoesNotComeBackFromAnother() {
        var page = Browser.location(browser.get("/login/erp?tenant=" + People.TENANT));
        var state = StubCentre.form(page.getRawQuery()).get("state");
        bench.people.knows(People.tenant(People.OTHER, bench.centre.url()));

        refused(
                browser.get("/login/erp/callback?code=c1&tenant=%s&state=%s".formatted(People.OTHER, state)),
                403,
                "foreign_tenant");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aCookieThatIsNotOursIsNone() {
        browser.get("/login/closed");
        browser.cookies().replaceAll((_, value) -> "A" + value.substring(1));
        refused(browser.get("/login/closed/callback?code=c1&tenant=" + People.TENANT), 400, "unexpected");

        browser.get("/login/closed");
        bench.clock.advance(Duration.ofMinutes(15));
        refused(browser.get("/login/closed/callback?code=c1&tenant=" + People.TENANT), 400, "unexpected");

        browser.forgetCookies();
        browser.get("/login/erp");
        var value = browser.cookies().get("__Host-koobridge-round-trip-erp");
        browser.cookies().put("__Host-koobridge-round-trip-closed", String.valueOf(value));
        refused(browser.get("/login/closed/callback?code=c1&tenant=" + People.TENANT), 400, "unexpected");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aUserOfAnotherEnterpriseIsRefused() {
        bench.centre.userInfo = _ -> Response.ok(StubCentre.USER.replace(People.TENANT, People.OTHER));

        refused(browser.get(CAME), 403, "foreign_tenant");
    }

    @Test
    void anUnknownOrUnboundEnterpriseIsRefused() {
        refused(browser.get("/login/erp/callback?code=c1&tenant=t-nobody"), 403, "unknown_tenant");
        var tenant = People.tenant(People.TENANT, bench.centre.url());
        bench.people.knows(People.unbound(tenant));
        refused(browser.get(CAME), 403, "disabled_tenant");
        bench.people.knows(People.withoutClient(tenant));
        refused(browser.get(CAME), 403, "not_subscribed");

        assertThat(bench.centre.requests()).isEmpty();
    }

    @Test
    void aUserWhomNobodyAuthorisedIsRefused() {
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.CANCELLED, true, "user"));
        refused(browser.get(CAME), 403, "not_authorized");
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.DELETED, true, "user"));
        refused(browser.get("/login/erp/callback?code=c2&tenant=" + People.TENANT), 403, "not_authorized");
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.GRANTED, false, "user"));
        refused(browser.get("/login/erp/callback?code=c3&tenant=" + People.TENANT), 403, "disabled_user");
        bench.centre.userInfo = _ -> Response.ok("{\"userName\":\"nobody\"}");
        refused(browser.get("/login/erp/callback?code=c4&tenant=" + People.TENANT), 403, "unknown_user");
    }

    @Tag("promise:forged-logins-refused")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example",
                "https://10.0.0.1",
                "https://u@acme.example",
                "intranet",
                "https://a.example/x"
            })
    void anEnterpriseWithAWrongDomainIsRefused(String domain) {
        bench.people.knows(People.tenant(People.TENANT, domain));

        refused(browser.get(CAME), 403, "wrong_domain");
        refused(browser.get("/login/erp?tenant=" + People.TENANT), 403, "wrong_domain");
    }

    @Tag("promise:no-login-calls-inside")
    @Test
    void withoutTheLocalSwitchThisMachineIsNotCalled() {
        try (var strict = new LoginBench(false)) {
            refused(strict.browser.get(CAME), 403, "wrong_domain", strict);

            assertThat(strict.centre.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_grant, 403, code_refused",
        "400, invalid_client, 502, client_refused",
        "401, invalid_client, 502, client_refused",
        "403, access_denied, 502, client_refused",
        "500, server_error, 502, oneaccess_unreachable",
        "302, x, 502, oneaccess_unreachable",
    })
    void aRefusedTokenIsToldByWhoMustLookAtIt(int status, String error, int answered, String outcome) {
        bench.centre.token = _ -> new Response(status, "{\"error\":\"%s\"}".formatted(error));

        refused(browser.get(CAME), answered, outcome);
    }

    @Test
    void anAuthenticationCentreThatIsNotItselfIsToldSo() {
        bench.centre.userInfo = _ -> new Response(
                401, "{\"error\":\"unauthorized\",\"error_description\":\"Full authentication is required\"}");
        refused(browser.get(CAME), 502, "userinfo_refused");
        bench.centre.userInfo = _ -> Response.ok("{\"id\":1,\"userName\":7}");
        refused(browser.get("/login/erp/callback?code=c2&tenant=" + People.TENANT), 502, "oneaccess_unreadable");
        bench.centre.token = _ -> Response.ok("<html>");
        refused(browser.get("/login/erp/callback?code=c3&tenant=" + People.TENANT), 502, "oneaccess_unreadable");
        bench.people.knows(People.tenant(People.TENANT, "http://127.0.0.1:1"));
        refused(browser.get("/login/erp/callback?code=c4&tenant=" + People.TENANT), 502, "oneaccess_unreachable");
    }

    @Test
    void anEnterpriseWhoseAuthenticationCentreHangsTakesItsShareOfPlacesAlone() throws Exception {
        var hanging = new CountDownLatch(1);
        bench.centre.token = _ -> {
            await(hanging);
            return bench.centre.grant();
        };
        try (var healthy = new StubCentre();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            healthy.userInfo = _ -> Response.ok(StubCentre.USER.replace(People.TENANT, People.OTHER));
            bench.people.knows(People.tenant(People.OTHER, healthy.url()));
            bench.people.knows(People.user(People.OTHER, "li.lei", Standing.GRANTED, true, "user"));
            for (int login = 0; login < 8; login++) {
                var code = "h" + login;
                threads.execute(() -> new Browser(browser.origin())
                        .get("/login/erp/callback?code=%s&tenant=%s".formatted(code, People.TENANT)));
            }
            Awaitility.await("all places of one enterprise are taken")
                    .until(() -> bench.centre.requests().size() == 8);

            refused(browser.get(CAME), 503, "busy");
            assertThat(browser.get("/login/erp/callback?code=c2&tenant=" + People.OTHER)
                            .statusCode())
                    .isEqualTo(303);
            hanging.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aSecretThatNobodyCanOpenIsTheOperatorsMatter() {
        bench.people.keysAreLost = true;

        refused(browser.get(CAME), 503, "secret_closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?tenant=t-0a1b2c3d",
                "?code=c1",
                "?code=c1&code=c2&tenant=t",
                "?code=c1&tenant=a&tenant_id=b",
                "?code=&tenant=t"
            })
    void anIncompleteAddressIsRefused(String query) {
        refused(browser.get("/login/erp/callback" + query), 400, "malformed");
    }

    @Test
    void whatIsLongerThanAnythingIsRefused() {
        refused(browser.get("/login/erp/callback?tenant=t&code=" + "c".repeat(1_025)), 400, "malformed");
        refused(browser.get("/login/erp/callback?code=c&tenant=" + "t".repeat(65)), 400, "malformed");
        refused(browser.get("/login/erp?x=" + "x".repeat(3_000)), 400, "malformed");
        refused(browser.get("/login/erp?nonce=" + "n".repeat(257)), 400, "malformed");
        assertThat(browser.get("/login/erp/callback?error=access_denied").statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/login/nobody").statusCode()).isEqualTo(404);
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void nobodyIsSentToAnAddressThatIsNotConfigured() {
        refused(browser.get("/login/erp?return=https://evil.example/"), 400, "wrong_return");
    }

    @Test
    void aFinishedLoginIsDeliveredOnceAndSoon() {
        var done = Browser.location(browser.get(CAME)).toString();
        assertThat(browser.get(done).statusCode()).isEqualTo(200);
        refused(browser.get(done), 400, "already_delivered");

        var late = Browser.location(browser.get("/login/erp/callback?code=c2&tenant=" + People.TENANT))
                .toString();
        bench.clock.advance(Duration.ofMinutes(2));
        refused(browser.get(late), 400, "already_delivered");
        refused(browser.get("/login/erp/done?handle=x"), 400, "already_delivered");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void whoeverReadsTheAddressOfAFinishedLoginGetsNothing() {
        var done = Browser.location(browser.get(CAME)).toString();

        refused(new Browser(browser.origin()).get(done), 400, "already_delivered");
        refused(browser.get(done.replace("/erp/", "/cas/")), 400, "already_delivered");
        assertThat(browser.get(done).statusCode()).isEqualTo(200);
    }

    private void refused(HttpResponse<String> page, int status, String outcome) {
        refused(page, status, outcome, bench);
    }

    /** A page that says what to do, in both languages, and nothing of what was sent. */
    private static void refused(HttpResponse<String> page, int status, String outcome, LoginBench bench) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(bench.counted(outcome)).as(outcome).isPositive();
        assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("script-src");
        assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(page.body())
                .contains("lang=\"en\"", "lang=\"zh-CN\"")
                .containsPattern("Reference: [0-9A-F]{10}")
                .doesNotContain("<script", "c1", "evil");
    }
}

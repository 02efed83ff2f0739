package io.koobridge.tenant.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.koobridge.tenant.domain.User.Standing;
import io.koobridge.tenant.login.Browser;
import io.koobridge.tenant.login.LoginBench;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.StubCentre;
import io.koobridge.testkit.FakeServer.Response;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session from one renewal to the next. */
@Timeout(60)
class SessionTest {

    private static final Duration NEARLY_TWO_HOURS = Duration.ofMinutes(118);

    private final LoginBench bench = new LoginBench();
    private final Browser browser = bench.browser;
    private final AtomicInteger codes = new AtomicInteger();

    @AfterEach
    void close() {
        bench.close();
    }

    private String login() {
        return login("/login/erp/callback?code=c%d&tenant=%s".formatted(codes.incrementAndGet(), People.TENANT));
    }

    private String login(String path) {
        return String.valueOf(browser.arrive(path).getClaim("sid"));
    }

    @Test
    void aRenewalGivesAnIdentityWithoutAskingAnybodyOutside() throws Exception {
        var sid = login();
        int asked = bench.centre.requests().size();
        bench.clock.advance(Duration.ofMinutes(30));

        var answer = browser.renew(sid);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(Browser.json(answer).path("expiresIn").asInt()).isEqualTo(300);
        var claims = Browser.claims(Browser.json(answer).path("identity").asString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(sid);
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(People.NOW.getEpochSecond());
        assertThat(claims.getIssueTime()).isEqualTo(People.NOW.plus(Duration.ofMinutes(30)));
        assertThat(bench.centre.requests()).hasSize(asked);
        assertThat(renewals("renewed")).isOne();
        assertThat(bench.metrics
                        .find("koobridge.login.api.key.used")
                        .tag("key_id", "test")
                        .counter())
                .isNotNull();
    }

    @Test
    void onlyTheProductsServerMayRenewAndOnlyItsOwn() {
        var sid = login();

        assertThat(browser.server("another-key-that-nobody-knows", "erp", sid + ":renew")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.server(LoginBench.API_KEY, "cas", sid + ":renew").statusCode())
                .isEqualTo(401);
        assertThat(browser.server(LoginBench.API_KEY, "erp", sid).statusCode()).isEqualTo(404);
        assertThat(browser.server(LoginBench.API_KEY, "erp", "x:renew").statusCode())
                .isEqualTo(401);
        assertThat(browser.renew(sid.substring(0, sid.length() - 1) + (sid.endsWith("A") ? "B" : "A"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
    }

    @Test
    void theRefreshTokenIsUsedOnceAndTheNewOneKept() {
        var sid = login();
        bench.clock.advance(NEARLY_TWO_HOURS);
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        bench.clock.advance(NEARLY_TWO_HOURS);
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);

        assertThat(refreshTokens()).containsExactly("refresh-secret-1", "refresh-secret-2");
    }

    @Test
    void whereTheAnswerHasNoNewRefreshTokenTheOldOneIsKept() {
        var sid = login();
        bench.centre.token = _ -> Response.ok("{\"access_token\":\"a\",\"expires_in\":7200}");
        bench.clock.advance(NEARLY_TWO_HOURS);
        browser.renew(sid);
        bench.clock.advance(NEARLY_TWO_HOURS);

        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        assertThat(refreshTokens()).containsExactly("refresh-secret-1", "refresh-secret-1");
    }

    @Test
    void withoutARefreshTokenTheSessionEndsWithTheAccessToken() {
        bench.centre.token = _ -> Response.ok("{\"access_token\":\"a\",\"expires_in\":600}");
        var sid = login();
        bench.clock.advance(Duration.ofMinutes(9));
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        bench.clock.advance(Duration.ofMinutes(1));

        over(browser.renew(sid), 401, "session_over");
        assertThat(refreshTokens()).isEmpty();
    }

    @Test
    void aRefusedRefreshTokenEndsTheSession() {
        var sid = login();
        bench.clock.advance(NEARLY_TWO_HOURS);
        bench.centre.token = _ -> StubCentre.refusal("invalid_grant");

        over(browser.renew(sid), 401, "session_over");
        bench.centre.token = _ -> bench.centre.grant();
        over(browser.renew(sid), 401, "session_over");
    }

    @Test
    void whileTheAuthenticationCentreIsAwayTheSessionGoesOnForAsLongAsItsWordLasts() {
        var sid = login();
        bench.clock.advance(NEARLY_TWO_HOURS);
        bench.centre.token = _ -> new Response(503, "");
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        bench.clock.advance(Duration.ofMinutes(3));

        var later = browser.renew(sid);
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("retry-after")).isPresent();

        bench.centre.token = _ -> bench.centre.grant();
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverAsksMeanwhileDoesNotUseTheRefreshTokenTwice() throws Exception {
        var sid = login();
        bench.clock.advance(NEARLY_TWO_HOURS);
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        bench.centre.token = _ -> {
            asked.countDown();
            await(answered);
            return bench.centre.grant();
        };

        var first = CompletableFuture.supplyAsync(() -> browser.renew(sid));
        asked.await();
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);
        answered.countDown();

        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(refreshTokens()).containsExactly("refresh-secret-1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNewRoleIsToldAtTheNextRenewal() throws Exception {
        var sid = login();
        assertThat(renewed(sid).getStringClaim("role")).isEqualTo("user");
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.GRANTED, true, "admin"));

        assertThat(renewed(sid).getStringClaim("role")).isEqualTo("admin");

        bench.clock.advance(NEARLY_TWO_HOURS);
        bench.centre.userInfo = _ -> Response.ok(StubCentre.USER.replace("admin", "user"));
        assertThat(renewed(sid).getStringClaim("role")).isEqualTo("admin");
        assertThat(refreshTokens()).hasSize(1);
    }

    @Tag("promise:withdrawn-logins-end")
    @Test
    void whoeverMayNoMoreIsLoggedOutByTheQuestion() {
        var disabled = login();
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.GRANTED, false, "user"));
        over(browser.renew(disabled), 403, "disabled_user");
        bench.people.knows(People.user("li.lei"));
        over(browser.renew(disabled), 401, "session_over");

        var cancelled = login();
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.CANCELLED, true, "user"));
        over(browser.renew(cancelled), 403, "not_authorized");

        bench.people.knows(People.user("li.lei"));
        var unbound = login();
        bench.people.knows(People.unbound(People.tenant(People.TENANT, bench.centre.url())));
        over(browser.renew(unbound), 403, "disabled_tenant");
    }

    @Tag("promise:withdrawn-logins-end")
    @Test
    void aPatrolEndsWhatNobodyAsksAbout() {
        var withdrawn = login();
        assertThat(bench.patrolled()).isZero();
        bench.people.knows(People.user(People.TENANT, "li.lei", Standing.DELETED, true, "user"));
        assertThat(bench.patrolled()).isOne();
        bench.people.knows(People.user("li.lei"));
        over(browser.renew(withdrawn), 401, "session_over");

        login();
        bench.clock.advance(Duration.ofHours(12));
        assertThat(bench.patrolled()).isOne();
        assertThat(bench.patrolled()).isZero();
    }

    @Test
    void theOldestSessionMakesRoom() {
        var first = login();
        bench.clock.advance(Duration.ofSeconds(1));
        var second = login();
        bench.clock.advance(Duration.ofSeconds(1));
        login();
        bench.clock.advance(Duration.ofSeconds(1));
        var fourth = login();

        over(browser.renew(first), 401, "session_over");
        assertThat(browser.renew(second).statusCode()).isEqualTo(200);
        assertThat(browser.renew(fourth).statusCode()).isEqualTo(200);
    }

    @Test
    void theProductsServerEndsASession() {
        var sid = login();

        assertThat(browser.server(LoginBench.API_KEY, "erp", sid + ":end").statusCode())
                .isEqualTo(204);
        assertThat(browser.server(LoginBench.API_KEY, "erp", sid + ":end").statusCode())
                .isEqualTo(204);
        over(browser.renew(sid), 401, "session_over");
    }

    @Test
    void theProductsFormLogsOutHereAndAtTheAuthenticationCentre() {
        var sid = login();

        var left = browser.post("/login/erp/logout", Map.of("sid", sid));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(Browser.location(left))
                .hasToString(bench.centre.url() + "/api/v1/logout?redirect_url=https%3A%2F%2Ferp.example.com%2Fbye");
        over(browser.renew(sid), 401, "session_over");
        assertThat(browser.cookies()).doesNotContainKey("__Host-koobridge-session-erp");
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aLinkOfAnotherSiteEndsNobodysSession() {
        var sid = login();

        var question = browser.get("/login/erp/logout");
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(browser.get("/login/erp/logout?confirm=" + "0".repeat(64)).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/login/erp/logout?return=https://evil.example").statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/login/erp/logout", Map.of("return", LoginBench.LOGGED_OUT))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.renew(sid).statusCode()).isEqualTo(200);

        var yes =
                question.body().replaceAll("(?s).*<a href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(Browser.location(browser.get(yes)).toString()).startsWith(bench.centre.url() + "/api/v1/logout");
        over(browser.renew(sid), 401, "session_over");
    }

    @Test
    void whoeverIsLoggedOutAlreadyIsSentOn() {
        assertThat(Browser.location(browser.get("/login/erp/logout"))).hasToString(LoginBench.LOGGED_OUT);
        assertThat(Browser.location(browser.post("/login/erp/logout", Map.of("sid", "x"))))
                .hasToString(LoginBench.LOGGED_OUT);
    }

    private JWTClaimsSet renewed(String sid) {
        return Browser.claims(Browser.json(browser.renew(sid)).path("identity").asString());
    }

    private List<String> refreshTokens() {
        return bench.centre.requests().stream()
                .filter(request -> request.path().endsWith("/token"))
                .map(request -> StubCentre.form(request.body()))
                .filter(form -> "refresh_token".equals(form.get("grant_type")))
                .map(form -> String.valueOf(form.get("refresh_token")))
                .toList();
    }

    private double renewals(String outcome) {
        var counter = bench.metrics
                .find("koobridge.login.renewals")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static void over(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Browser.json(answer).path("reason").asString()).isEqualTo(reason);
    }
}

package io.koobridge.tenant.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.login.Browser;
import io.koobridge.tenant.login.LoginBench;
import io.koobridge.tenant.login.People;
import io.koobridge.tenant.login.StubCentre;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes that nobody here asked for: anybody can put one of his own into another one's browser. */
class ConfirmationTest {

    private static final String CAME = "/login/careful/callback?code=anybodys&tenant=" + People.TENANT;

    private final LoginBench bench = new LoginBench();
    private final Browser browser = bench.browser;

    @AfterEach
    void close() {
        bench.close();
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aCodeWithoutAStateIsDroppedAndTheEnterpriseAskedForOneOfOurs() throws Exception {
        browser.get("/login/careful?return=https://crm.example.com/in/x&nonce=mine");

        var asked = Browser.location(browser.get(CAME));

        var query = StubCentre.form(asked.getRawQuery());
        assertThat(asked.toString())
                .startsWith(bench.centre.url() + "/api/v1/oauth2/authorize?")
                .doesNotContain("anybodys");
        assertThat(query)
                .containsEntry("client_id", "client-1")
                .containsEntry("redirect_uri", LoginBench.CALLBACK)
                .containsEntry("response_type", "code");
        assertThat(query.get("state")).matches("[A-Za-z0-9]{32}");
        assertThat(bench.centre.requests()).isEmpty();

        var done = Browser.location(browser.get("/login/careful/callback?code=own&state=" + query.get("state")));
        var page = browser.get(done.toString());

        assertThat(page.body()).contains("action=\"https://crm.example.com/in/x\"");
        assertThat(Browser.identity(page).getStringClaim("nonce")).isEqualTo("mine");
        assertThat(StubCentre.form(bench.centre.requests().getFirst().body())).containsEntry("code", "own");
    }

    @Test
    void whatTheWorkbenchBeganIsConfirmedAndHasNoNonce() throws Exception {
        var claims = browser.confirmed(CAME);

        assertThat(claims.getSubject()).isEqualTo("t-0a1b2c3d/li.lei");
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(bench.counted("ok")).isOne();
    }

    @Test
    void anAuthenticationCentreThatGivesNoStateBackIsNotAskedForEver() {
        assertThat(browser.get(CAME).statusCode()).isEqualTo(303);
        assertThat(browser.get(CAME).statusCode()).isEqualTo(400);
        assertThat(bench.counted("forged_state")).isOne();

        bench.clock.advance(Duration.ofSeconds(30));
        assertThat(browser.get(CAME).statusCode()).isEqualTo(303);
    }

    @Test
    void whoeverMayNotLogInIsNotSentThere() {
        assertThat(browser.get("/login/careful/callback?code=c&tenant=t-nobody").statusCode())
                .isEqualTo(403);
        assertThat(bench.counted("unknown_tenant")).isOne();
        assertThat(browser.get("/login/strict/callback?code=c&tenant=" + People.TENANT)
                        .statusCode())
                .isEqualTo(400);
        assertThat(bench.counted("unexpected")).isOne();
        assertThat(browser.get("/login/careful/callback?tenant=" + People.TENANT)
                        .statusCode())
                .isEqualTo(400);
    }
}

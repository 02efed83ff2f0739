package io.koobridge.tenant.login.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.tenant.login.Browser;
import io.koobridge.tenant.login.LoginBench;
import io.koobridge.tenant.login.People;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins by tickets of CAS 3.0. */
class TicketTest {

    private static final String CAME = "/login/cas/cas?tenant=%s&ticket=ST-1".formatted(People.TENANT);

    private static final String XML = """
            <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">
              <cas:authenticationSuccess>
                <cas:user>li.lei</cas:user>
                <cas:attributes>
                  <cas:isFromNewLogin>true</cas:isFromNewLogin>
                  <cas:name>李雷</cas:name>
                  <cas:userName>li.lei</cas:userName>
                  <cas:tenant>t-0a1b2c3d</cas:tenant>
                  <cas:role>admin</cas:role>
                  <cas:organizationCode>D110</cas:organizationCode>
                </cas:attributes>
              </cas:authenticationSuccess>
            </cas:serviceResponse>
            """;

    private static final String JSON = """
            {"serviceResponse":{"authenticationSuccess":{"user":"li.lei","attributes":{"userName":["li.lei"],"name":"李雷",\
            "tenant":"t-0a1b2c3d","role":"admin","organizationCode":"D110"}}}}""";

    private static final String FAILURE = """
            <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationFailure code="%s">no
            </cas:authenticationFailure></cas:serviceResponse>""";

    private final LoginBench bench = new LoginBench();
    private final Browser browser = bench.browser;

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {XML, JSON})
    void aTicketIsAsGoodAsACode(String answer) throws Exception {
        bench.centre.ticket = _ -> Response.ok(answer);

        var claims = browser.arrive(CAME);

        assertThat(claims.getAudience()).containsExactly("cas");
        assertThat(claims.getSubject()).isEqualTo("t-0a1b2c3d/li.lei");
        assertThat(claims.getStringClaim("name")).isEqualTo("李雷");
        assertThat(claims.getStringClaim("role")).isEqualTo("user");
        assertThat(claims.getStringClaim("org_code")).isEqualTo("D110");
        assertThat(browser.server(LoginBench.API_KEY, "cas", claims.getStringClaim("sid") + ":renew")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theServiceIsExactlyWhatIsRegistered() {
        bench.centre.ticket = asked ->
                "https://login.example.com/login/cas/cas?tenant=t-0a1b2c3d".equals(asked.get("service"))
                                && "ST-1".equals(asked.get("ticket"))
                                && "XML".equals(asked.get("format"))
                        ? Response.ok(XML)
                        : Response.ok(FAILURE.formatted("INVALID_SERVICE"));

        assertThat(browser.get(CAME).statusCode()).isEqualTo(303);
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aTicketHasNothingOfALoginThatWasBegunHere() {
        browser.get("/login/careful-cas?nonce=mine");

        assertThat(browser.get(CAME.replace("/login/cas/", "/login/careful-cas/"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(bench.counted("unexpected")).isOne();
    }

    @Test
    void aRefusedTicketIsAPage() {
        bench.centre.ticket = _ -> Response.ok(FAILURE.formatted("INVALID_TICKET"));
        assertThat(browser.get(CAME).statusCode()).isEqualTo(403);
        assertThat(bench.counted("ticket_refused")).isOne();

        bench.centre.ticket = _ -> Response.ok(
                "{\"serviceResponse\":{\"authenticationFailure\":{\"code\":\"INVALID_TICKET\",\"description\":\"no\"}}}");
        assertThat(browser.get(CAME.replace("ST-1", "ST-2")).statusCode()).isEqualTo(403);
        assertThat(bench.counted("ticket_refused")).isEqualTo(2);

        bench.centre.ticket = _ -> Response.ok(FAILURE.formatted("INVALID_SERVICE"));
        assertThat(browser.get(CAME.replace("ST-1", "ST-3")).statusCode()).isEqualTo(502);
        assertThat(bench.counted("client_refused")).isOne();
    }

    @Tag("promise:forged-logins-refused")
    @Test
    void aTicketIsTakenOnceAndOnlyFromItsOwnEnterprise() {
        bench.centre.ticket = _ -> Response.ok(XML);
        browser.arrive(CAME);
        int asked = bench.centre.requests().size();
        assertThat(browser.get(CAME).statusCode()).isEqualTo(400);
        assertThat(bench.centre.requests()).hasSize(asked);

        bench.centre.ticket = _ -> Response.ok(XML.replace(People.TENANT, People.OTHER));
        assertThat(browser.get(CAME.replace("ST-1", "ST-2")).statusCode()).isEqualTo(403);
        assertThat(bench.counted("foreign_tenant")).isOne();
        assertThat(browser.get("/login/erp/cas?ticket=ST-3&tenant=" + People.TENANT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Tag("promise:no-login-calls-inside")
    @Test
    void nothingThatAnAnswerDeclaresIsRead() {
        try (var inside = new FakeServer(_ -> Response.ok("secret"))) {
            for (var doctype : new String[] {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s/entity\">]>".formatted(inside.url()),
                "<!DOCTYPE x SYSTEM \"%s/dtd\">".formatted(inside.url()),
                "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s/parameter\"> %%p;]>".formatted(inside.url()),
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            }) {
                bench.centre.ticket = _ -> Response.ok("<?xml version=\"1.0\"?>" + doctype + XML.replace("李雷", "&e;"));
                assertThat(browser.get(CAME.replace("ST-1", "ST-" + doctype.hashCode()))
                                .statusCode())
                        .isEqualTo(502);
            }

            assertThat(inside.requests()).isEmpty();
            assertThat(bench.counted("oneaccess_unreadable")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "{}",
                "[]",
                "{\"serviceResponse\":",
                "<html><body>login</body></html>",
                "<a xmlns:cas=\"http://www.yale.edu/tp/cas\"/>"
            })
    void whatIsNoAnswerIsNoLogin(String answer) {
        bench.centre.ticket = _ -> Response.ok(answer);

        assertThat(browser.get(CAME).statusCode()).isBetween(403, 502);
        assertThat(bench.counted("ok")).isZero();
    }
}

package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.running.TestBrowser.Page;
import io.koobridge.simulator.signing.KitVectors;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A login from both sides: the browser's, and the seller's with what applicationSync told him. */
class OneAccessTest {
    private static final String CALLBACK = "https://app.example/login/callback";
    private static final String SERVICE = "https://app.example/login/cas";
    private static Running running;
    private static JsonNode enterprise;
    private static String secret = "";
    private static JsonNode user;
    private static JsonNode administrator;
    private TestBrowser browser;

    @BeforeAll
    static void start() {
        running = new Running(
                "--koobridge.simulator.kit.key=" + FakeSeller.KEY,
                "--koobridge.simulator.kit.public-key=" + KitVectors.secret("publicKey"),
                "--koobridge.simulator.kit.app-id=app-1",
                "--koobridge.simulator.kit.login-address=" + CALLBACK,
                "--koobridge.simulator.kit.service-address=" + SERVICE);
        StubKit seller = new StubKit();
        running.seller.does(seller);
        enterprise = found("acme");
        running.http.post(at() + ":bind", "{}");
        secret = opened(seller.encryptedSecret(text(enterprise, "tenantId")));
        JsonNode users = running.http.get(at() + "/users?limit=2").json().get("users");
        administrator = users.get(0);
        user = users.get(1);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void asDocumented() {
        browser = new TestBrowser(running.http.base());
        running.http.delete(at() + "/one-access");
    }

    @Test
    void theUnifiedPageEndsAtTheApplicationWithCodeAndTenant() {
        assertThat(browser.open("/unified-login/?ind=UNOP&appId=app-1").text())
                .contains("value=\"app-1\"", "portal.js");
        assertThat(browser.open("/unified-login/portal.js").text()).contains("location.hash");

        Page sent = logInAt("/unified-login/login", user);

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).startsWith(CALLBACK + "?code=");
        assertThat(sent.sent("tenant")).isEqualTo(text(enterprise, "tenantId"));
        assertThat(userinfo(token(sent.sent("code"))).get("userName")).isEqualTo(user.get("userName"));
    }

    @Test
    void aWrongPasswordOrApplicationStaysAtThePage() {
        Page wrong = browser.submit(
                "/unified-login/login",
                Map.of("appId", "app-1", "account", text(user, "account"), "password", "guessed"));
        Page unknown = browser.submit(
                "/unified-login/login",
                Map.of("appId", "\"><b>", "account", text(user, "account"), "password", text(user, "password")));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).contains("Account or password is wrong");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text()).doesNotContain("<b>");
    }

    @Test
    void aCodeIsGoodOnceAndForItsOwnClientAlone() {
        String code = logInAt("/unified-login/login", user).sent("code");
        JsonNode token = token(code);

        assertThat(text(token, "token_type")).isEqualTo("Bearer");
        assertThat(token.get("expires_in").intValue()).isEqualTo(7200);
        Page again = ask(Map.of("grant_type", "authorization_code", "code", code));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text())
                .contains("\"error\":\"invalid_grant\"", "\"error_description\":\"Invalid authorization code\"");
        assertThat(ask(Map.of("grant_type", "authorization_code", "client_secret", "another"))
                        .status())
                .isEqualTo(403);
        assertThat(ask(Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                logInAt("/unified-login/login", user).sent("code"),
                                "redirect_uri",
                                "https://elsewhere.example"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRefreshTokenIsReplacedWithEveryUse() {
        JsonNode token = token(logInAt("/unified-login/login", user).sent("code"));
        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "refresh_token", text(token, "refresh_token"));

        JsonNode renewed = json(ask(refresh));

        assertThat(text(renewed, "refresh_token")).isNotEqualTo(text(token, "refresh_token"));
        assertThat(userinfo(renewed).get("userName")).isEqualTo(user.get("userName"));
        assertThat(ask(refresh).text()).contains("Invalid refresh token");
    }

    @Test
    void theUserIsToldInEachForm() {
        JsonNode token = token(logInAt("/unified-login/login", administrator).sent("code"));

        JsonNode full = userinfo(token);
        assertThat(text(full, "role")).isEqualTo("admin");
        assertThat(text(full, "tenant")).isEqualTo(text(enterprise, "tenantId"));
        assertThat(text(full, "organizationCode")).isEqualTo(text(administrator, "orgCode"));
        conduct("{\"userinfo\":\"PRINTED\"}");
        assertThat(userinfo(token).propertyNames())
                .containsExactlyInAnyOrder("id", "name", "userName", "mobile", "email");
        conduct("{\"userinfo\":\"FOREIGN_TENANT\"}");
        assertThat(text(userinfo(token), "tenant")).isNotEqualTo(text(enterprise, "tenantId"));
        conduct("{\"userinfo\":\"UNAUTHORIZED\"}");
        Page refused = askUserinfo(token);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("Full authentication is required to access this resource");
    }

    @Test
    void aTokenMayComeLateOrNotAtAllOrWithoutARefreshToken() {
        conduct("{\"tokenStatus\":500}");
        assertThat(ask(Map.of("grant_type", "authorization_code")).status()).isEqualTo(500);
        conduct("{\"withoutRefreshToken\":true,\"tokenDelayMillis\":50,\"tokenSeconds\":60}");

        JsonNode token = token(logInAt("/unified-login/login", user).sent("code"));

        assertThat(token.has("refresh_token")).isFalse();
        assertThat(token.get("expires_in").intValue()).isEqualTo(60);
        assertThat(running.http
                        .put(at() + "/one-access", "{\"tokenStatus\":200}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoIsNotLoggedInComesBackToTheAuthorizationThatHeWanted() {
        String wanted = "/oneaccess/acme/api/v1/oauth2/authorize?response_type=code&state=abc123&client_id="
                + text(enterprise, "clientId") + "&redirect_uri=" + CALLBACK;

        Page login = browser.open(wanted);
        assertThat(login.location()).startsWith("/oneaccess/acme/login?goto=");
        Page back = browser.submit(
                "/oneaccess/acme/login",
                Map.of(
                        "goto", login.sent("goto"),
                        "account", text(user, "userName"),
                        "password", text(user, "password")));
        Page sent = browser.open(back.location());

        assertThat(sent.location()).startsWith(CALLBACK + "?code=").endsWith("&state=abc123");
        assertThat(userinfo(token(sent.sent("code"))).get("userName")).isEqualTo(user.get("userName"));
    }

    @ParameterizedTest
    @CsvSource({
        "client_id=c1,client_id is not",
        "redirect_uri=https://evil.example,redirect_uri is not",
        "state=a-b,state must be"
    })
    void anAuthorizationThatIsNotTheApplicationsIsRefused(String other, String reason) {
        Map<String, String> query = new HashMap<>(
                Map.of("response_type", "code", "client_id", text(enterprise, "clientId"), "redirect_uri", CALLBACK));
        query.put(other.split("=", 2)[0], other.split("=", 2)[1]);
        StringBuilder path = new StringBuilder("/oneaccess/acme/api/v1/oauth2/authorize?");
        query.forEach(
                (name, value) -> path.append(name).append('=').append(value).append('&'));

        Page refused = browser.open(path.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(reason);
    }

    @Test
    void theWorkbenchStartsTheApplicationWithoutBeingAsked() {
        logInAtHome();
        assertThat(browser.open("/oneaccess/acme/workbench").text()).contains(text(user, "name"));

        Page started = browser.open("/oneaccess/acme/workbench/open?by=OAUTH2");

        assertThat(started.location()).startsWith(CALLBACK + "?code=").doesNotContain("state=");
        assertThat(started.sent("tenant")).isEqualTo(text(enterprise, "tenantId"));
    }

    @Test
    void aTicketOfCasIsGoodOnceAndForItsServiceAlone() {
        logInAtHome();
        Page started = browser.open("/oneaccess/acme/workbench/open?by=CAS");
        String service = SERVICE + "?tenant=" + text(enterprise, "tenantId");
        assertThat(started.location()).startsWith(service + "&ticket=ST-");

        String right = validated(service, started.sent("ticket"), "JSON");

        assertThat(right)
                .contains("authenticationSuccess", text(user, "userName"), "\"role\":\"user\"", "organizationCode");
        assertThat(validated(service, started.sent("ticket"), "JSON")).contains("INVALID_TICKET");
        Page byService = browser.open("/oneaccess/acme/api/v1/cas/login?service=" + SERVICE);
        assertThat(validated(SERVICE, byService.sent("ticket"), "XML"))
                .contains("<cas:user>" + text(user, "userName") + "</cas:user>", "<cas:tenant>");
        Page another = browser.open("/oneaccess/acme/api/v1/cas/login?service=" + SERVICE);
        assertThat(validated(SERVICE + "/other", another.sent("ticket"), "XML")).contains("INVALID_SERVICE");
        assertThat(browser.open("/oneaccess/acme/api/v1/cas/login?service=https://evil.example")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLogoutEndsTheSessionAndSendsOn() {
        logInAtHome();

        Page out = browser.open("/oneaccess/acme/api/v1/logout?redirect_url=https%3A%2F%2Fapp.example%2Fbye");

        assertThat(out.location()).isEqualTo("https://app.example/bye");
        assertThat(browser.open("/oneaccess/acme/workbench").location()).startsWith("/oneaccess/acme/login");
    }

    @Test
    void whoWorksElsewhereIsNotLetIn() {
        JsonNode other = found("other");
        String tenant = "/simulator/enterprises/" + text(other, "tenantId");
        JsonNode stranger =
                running.http.get(tenant + "/users?limit=1").json().get("users").get(0);

        Page refused = browser.submit(
                "/oneaccess/acme/login",
                Map.of(
                        "goto", "https://evil.example",
                        "account", text(stranger, "account"),
                        "password", text(stranger, "password")));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(running.http.get("/oneaccess/nobody/login").status()).isEqualTo(404);
        // His code is not this enterprise's either.
        String code = logInAt("/unified-login/login", stranger).sent("code");
        assertThat(ask(Map.of("grant_type", "authorization_code", "code", code)).text())
                .contains("Client ID mismatch");
    }

    private static JsonNode found(String code) {
        return running.http
                .post("/simulator/enterprises", "{\"tenantCode\":\"" + code + "\",\"departments\":4,\"users\":6}")
                .json();
    }

    private static String at() {
        return "/simulator/enterprises/" + text(enterprise, "tenantId");
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static void conduct(String wish) {
        assertThat(running.http.put(at() + "/one-access", wish).status()).isEqualTo(200);
    }

    private Page logInAt(String path, JsonNode who) {
        return browser.submit(
                path, Map.of("appId", "app-1", "account", text(who, "account"), "password", text(who, "password")));
    }

    private void logInAtHome() {
        assertThat(logInAt("/oneaccess/acme/login", user).location()).isEqualTo("/oneaccess/acme/workbench");
    }

    private Page ask(Map<String, String> said) {
        Map<String, String> form =
                new HashMap<>(Map.of("client_id", text(enterprise, "clientId"), "client_secret", secret));
        form.putAll(said);
        return browser.submit(text(enterprise, "domainName") + "/api/v1/oauth2/token", form);
    }

    private JsonNode token(String code) {
        return json(ask(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK)));
    }

    private JsonNode userinfo(JsonNode token) {
        return json(askUserinfo(token));
    }

    private Page askUserinfo(JsonNode token) {
        return browser.open(
                text(enterprise, "domainName") + "/api/v1/oauth2/userinfo",
                "Authorization",
                "Bearer " + text(token, "access_token"),
                "Accept",
                "application/json");
    }

    private String validated(String service, String ticket, String format) {
        return browser.open("/oneaccess/acme/api/v1/cas/p3/serviceValidate?format=" + format + "&ticket=" + ticket
                        + "&service=" + URLEncoder.encode(service, StandardCharsets.UTF_8))
                .text();
    }

    private static JsonNode json(Page page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return new JsonMapper().readTree(page.text());
    }

    private static String opened(String encrypted) {
        try {
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(KitVectors.secret("privateKey"))));
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            return new String(cipher.doFinal(Base64.getDecoder().decode(encrypted)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

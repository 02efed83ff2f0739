package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page for users, in front of somebody who signs as KooBridge does. */
@Timeout(60)
class LoginTest {

    private static final String KEY = "a-key-that-a-test-made-up";

    private final Path directory;
    private final KeyPair keys = pair();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer koobridge;
    private final List<String> renewals = new ArrayList<>();
    private @Nullable ExampleProduct product;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private int keySets;
    private int renewal = 200;

    LoginTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        koobridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        koobridge.createContext("/login/jwks.json", exchange -> {
            keySets++;
            answer(exchange, 200, jwks());
        });
        koobridge.createContext("/login/product/sessions/", this::renew);
        koobridge.start();
    }

    @BeforeEach
    void start() throws IOException {
        start(false);
    }

    private void start(boolean fromWorkbench) throws IOException {
        stopProduct();
        product = ExampleProduct.start(
                List.of(
                        "--port",
                        "0",
                        "--data",
                        directory.resolve("tenants.jsonl").toString()),
                Map.of(
                        "KOOBRIDGE_WEBHOOK_SECRET",
                        "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=",
                        "KOOBRIDGE_LOGIN_URL",
                        url(),
                        "KOOBRIDGE_LOGIN_ISSUER",
                        "https://login.example.com",
                        "KOOBRIDGE_LOGIN_API_KEY",
                        KEY,
                        "KOOBRIDGE_LOGIN_WORKBENCH",
                        String.valueOf(fromWorkbench)));
    }

    private void stopProduct() {
        if (product != null) {
            product.close();
        }
    }

    @AfterEach
    void stop() {
        stopProduct();
        koobridge.stop(0);
        http.close();
    }

    @Test
    void aCookieThatABrowserPutsBetweenQuotesIsTheSame() throws Exception {
        var begun = get("/login").headers().firstValue("location").orElseThrow();
        cookies.replaceAll((_, value) -> '"' + value + '"');

        assertThat(returned(identity(Map.of("nonce", begun.replaceAll(".*&nonce=", ""))))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aUserLogsInAndIsShownAndRenewedAndLeaves() throws Exception {
        assertThat(get("/").body()).contains("Log in with your enterprise");
        var begun = get("/login").headers().firstValue("location").orElseThrow();
        assertThat(begun)
                .startsWith(url() + "/login/product?return=http%3A%2F%2F127.0.0.1")
                .contains("&nonce=");

        assertThat(returned(identity(Map.of("nonce", begun.replaceAll(".*&nonce=", ""))))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/").body())
                .contains("Li &lt;Lei&gt;", "Acme", "admin", "value=\"sid-1\"", "action=\"/logout\"");

        assertThat(post("/login/renew", "").statusCode()).isEqualTo(303);
        assertThat(renewals).containsExactly("/login/product/sessions/sid-1:renew Bearer " + KEY);

        var left = post("/logout", "sid=sid-1");
        assertThat(left.statusCode()).isEqualTo(307);
        assertThat(left.headers().firstValue("location")).contains(url() + "/login/product/logout");
        assertThat(get("/").body()).contains("Log in with your enterprise");
    }

    @Test
    void whatThePlatformBeganHasNoNonceAndIsTakenByASwitchAlone() throws Exception {
        refused(identity(Map.of()), "not begun in this browser");
        start(true);
        assertThat(returned(identity(Map.of())).statusCode()).isEqualTo(303);
        assertThat(get("/").body()).contains("Acme");
    }

    @Test
    void whoeverComesAfterTheEndOfHisIdentityIsAskedForOnceMore() throws Exception {
        start(true);
        var ended = Map.<String, Object>of("exp", Instant.now().minusSeconds(5).getEpochSecond());
        returned(identity(ended));
        assertThat(get("/").statusCode()).isEqualTo(303);
        assertThat(renewals).hasSize(1);
        assertThat(get("/").body()).contains("Acme");
        assertThat(renewals).hasSize(1);

        returned(identity(ended));
        renewal = 503;
        assertThat(get("/").statusCode()).isEqualTo(503);
        assertThat(get("/").body()).doesNotContain("Acme");
        renewal = 403;
        assertThat(get("/").statusCode()).isEqualTo(401);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void keysAreReadAnewAfterAnHour() throws Exception {
        var login = new Login(new Options.Login(url(), "product", "https://login.example.com", KEY, false));
        var now = Instant.now();
        var jwt = identity(Map.of("exp", now.plusSeconds(90_000).getEpochSecond()));

        login.identity(jwt, now);
        login.identity(jwt, now.plusSeconds(3_599));
        assertThat(keySets).isOne();
        login.identity(jwt, now.plusSeconds(3_600));
        assertThat(keySets).isEqualTo(2);
    }

    @Test
    void aCookieComesWithAFormOfAnotherSiteOnlyWhereItMust() throws Exception {
        var begun = get("/login").headers().firstValue("set-cookie").orElseThrow();
        assertThat(begun).startsWith("example-product-login=").contains("HttpOnly", "Max-Age=900", "SameSite=Lax");
        start(true);
        assertThat(returned(identity(Map.of()))
                        .headers()
                        .firstValue("set-cookie")
                        .orElseThrow())
                .startsWith("example-product=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void nothingElseIsTaken() throws Exception {
        refused(identity(Map.of("nonce", "of-another-browser")), "not begun in this browser");
        refused(identity(Map.of("aud", "another")), "iss or aud");
        refused(identity(Map.of("iss", "https://evil.example")), "iss or aud");
        refused(identity(Map.of("exp", Instant.now().minusSeconds(31).getEpochSecond())), "too old");
        refused(identity(Map.of("kid", "k9")), "no key");
        refused(identity(Map.of("alg", "none")), "ES256");
        refused(identity(Map.of()).replaceFirst("\\.[^.]+$", ".") + "A".repeat(86), "signature");
        refused("x.y", "no JWT");
        refused("", "no JWT");
        refused("....", "no JWT");
        refused("!.!.!", "not taken");
    }

    @Test
    void whenKooBridgeSaysSoTheLoginIsOver() throws Exception {
        start(true);
        returned(identity(Map.of()));
        renewal = 503;
        assertThat(post("/login/renew", "").statusCode()).isEqualTo(503);
        renewal = 401;
        assertThat(post("/login/renew", "").body()).contains("The login is over");
        assertThat(get("/").body()).contains("Log in with your enterprise");
        assertThat(post("/login/renew", "").statusCode()).isEqualTo(401);
    }

    private void refused(String jwt, String why) throws Exception {
        var answer = returned(jwt);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This login is not taken", why);
    }

    /** @param other members of payload or header that are not as they should be */
    private String identity(Map<String, Object> other) {
        var claims = new LinkedHashMap<String, @Nullable Object>(Map.of(
                "iss", "https://login.example.com",
                "aud", "product",
                "exp", Instant.now().plusSeconds(300).getEpochSecond(),
                "name", "Li <Lei>",
                "user_name", "li.lei",
                "tenant_name", "Acme",
                "role", "admin",
                "sid", "sid-1"));
        claims.putAll(other);
        var header = Map.of("alg", other.getOrDefault("alg", "ES256"), "kid", other.getOrDefault("kid", "k1"));
        var content = base64(Json.write(header).getBytes(UTF_8)) + "."
                + base64(Json.write(claims).getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String jwks() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"k1\",\"x\":\"%s\",\"y\":\"%s\"}]}"
                .formatted(
                        base64(point.getAffineX().toByteArray()),
                        base64(point.getAffineY().toByteArray()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void renew(HttpExchange exchange) throws IOException {
        renewals.add(
                exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, renewal, renewal == 200 ? "{\"identity\":\"%s\"}".formatted(identity(Map.of())) : "{}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + koobridge.getAddress().getPort();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(path, HttpRequest.newBuilder().GET());
    }

    private HttpResponse<String> returned(String jwt) throws Exception {
        return post("/login", "identity=" + URLEncoder.encode(jwt, UTF_8));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
        if (product == null) {
            throw new AssertionError("it is not started");
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response =
                http.send(request.uri(URI.create(product.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(header -> {
            var pair = header.substring(0, header.indexOf(';')).split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return response;
    }
}

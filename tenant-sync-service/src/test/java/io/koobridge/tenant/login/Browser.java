package io.koobridge.tenant.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.koobridge.events.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Keeps cookies, follows nothing by itself, and posts as a product's server too. */
public final class Browser {

    private static final Pattern IDENTITY = Pattern.compile("name=\"identity\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;
    private final Map<String, String> cookies = new HashMap<>();

    public Browser(URI origin) {
        this.origin = origin;
    }

    public URI origin() {
        return origin;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(origin.resolve(path)).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(origin.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = sent(request);
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(20));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the door does not answer", e);
        }
    }

    private void keep(String header) {
        var pair = header.substring(0, header.indexOf(';')).split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public void forgetCookies() {
        cookies.clear();
    }

    /** Where it is sent to. */
    public static URI location(HttpResponse<String> response) {
        return URI.create(response.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("%d %s".formatted(response.statusCode(), response.body()))));
    }

    /** From an address with a code to what the product gets. */
    public JWTClaimsSet arrive(String path) {
        return identity(get(location(get(path)).toString()));
    }

    /** The same where the enterprise is asked once more, of which the browser sees nothing. */
    public JWTClaimsSet confirmed(String path) {
        var state = StubCentre.form(location(get(path)).getRawQuery()).get("state");
        return arrive("%s?code=confirmed&state=%s".formatted(path.substring(0, path.indexOf('?')), state));
    }

    public static JWTClaimsSet identity(HttpResponse<String> page) {
        var found = IDENTITY.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError(page.body());
        }
        return claims(found.group(1));
    }

    public static JWTClaimsSet claims(String identity) {
        try {
            return SignedJWT.parse(identity).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** The product's server. */
    public HttpResponse<String> server(String key, String application, String call) {
        return sent(HttpRequest.newBuilder(origin.resolve("/login/%s/sessions/%s".formatted(application, call)))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    public HttpResponse<String> renew(String sid) {
        return server(LoginBench.API_KEY, "erp", sid + ":renew");
    }

    public static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }
}

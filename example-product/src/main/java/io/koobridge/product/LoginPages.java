package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.koobridge.product.Visitors.Visitor;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages for users of an enterprise: who they are, by what KooBridge says. */
final class LoginPages {

    /** Who is logged in. */
    private static final String SESSION = "example-product";

    /** Who began to log in. */
    private static final String BEGUN = "example-product-login";

    private static final int LARGEST_FORM = 16 * 1_024;

    private final Login login;
    private final String url;
    private final Visitors visitors = new Visitors();

    LoginPages(Login login, String url) {
        this.login = login;
        this.url = url;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "GET /" -> home(exchange);
                case "GET /login" -> begin(exchange);
                case "POST /login" -> returned(exchange);
                case "POST /login/renew" -> renew(exchange);
                case "POST /logout" -> leave(exchange);
                default -> ExampleProduct.send(exchange, 404, "text/html", Page.of("There is no such page."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An identity is good for minutes: whoever comes after its end is asked for once more. */
    private void home(HttpExchange exchange) throws IOException, InterruptedException {
        var user = user(exchange);
        if (user == null || !Login.ended(user, Instant.now())) {
            home(exchange, user, 200, null);
        } else {
            renewed(exchange, user);
        }
    }

    private @Nullable Map<?, ?> user(HttpExchange exchange) {
        var visitor = visitors.find(cookie(exchange, SESSION));
        return visitor == null ? null : visitor.user();
    }

    private void nobody(HttpExchange exchange, int status, String trouble) throws IOException {
        home(exchange, null, status, trouble);
    }

    private void home(HttpExchange exchange, @Nullable Map<?, ?> user, int status, @Nullable String trouble)
            throws IOException {
        ExampleProduct.send(
                exchange,
                status,
                "text/html; charset=utf-8",
                user == null ? Page.nobody(trouble) : Page.of(user, url + "/", trouble));
    }

    private void begin(HttpExchange exchange) throws IOException {
        var nonce = visitors.token();
        var attributes = login.isElsewhere() ? "SameSite=None; Secure" : "SameSite=Lax";
        cookie(exchange, BEGUN, visitors.keep(new Visitor(nonce, null)), 900, attributes);
        exchange.getResponseHeaders()
                .set("Location", login.begin(url + "/login", nonce).toString());
        exchange.sendResponseHeaders(303, -1);
    }

    /**
     * The browser brings the identity as a form from KooBridge's page. A nonce must be of this browser; none means that the platform began, and then
     * anybody may have sent the browser there.
     */
    private void returned(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            var user = login.identity(form(exchange).getOrDefault("identity", ""), Instant.now());
            var visitor = visitors.find(cookie(exchange, BEGUN));
            var nonce = user.get("nonce");
            if (nonce == null ? !login.fromWorkbench() : visitor == null || !Objects.equals(nonce, visitor.nonce())) {
                throw new IllegalArgumentException("it was not begun in this browser");
            }
            visitors.forget(cookie(exchange, BEGUN));
            visitors.forget(cookie(exchange, SESSION));
            keep(exchange, new Visitor(null, user));
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } catch (IllegalArgumentException e) {
            nobody(exchange, 400, "This login is not taken: " + e.getMessage());
        } catch (IOException e) {
            nobody(exchange, 503, "KooBridge does not answer.");
        }
    }

    private void renew(HttpExchange exchange) throws IOException, InterruptedException {
        var user = user(exchange);
        if (user == null) {
            nobody(exchange, 401, "Nobody is logged in.");
        } else {
            renewed(exchange, user);
        }
    }

    private void renewed(HttpExchange exchange, Map<?, ?> user) throws IOException, InterruptedException {
        try {
            var jwt = login.renew(String.valueOf(user.get("sid")));
            visitors.forget(cookie(exchange, SESSION));
            if (jwt == null) {
                nobody(exchange, 401, "The login is over.");
                return;
            }
            keep(exchange, new Visitor(null, login.identity(jwt, Instant.now())));
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } catch (IllegalArgumentException e) {
            nobody(exchange, 502, "This renewal is not taken: " + e.getMessage());
        } catch (IOException e) {
            nobody(exchange, 503, "KooBridge does not answer.");
        }
    }

    /** The product ends its own session, and the browser sends the same form on to KooBridge, which ends the others. */
    private void leave(HttpExchange exchange) throws IOException {
        visitors.forget(cookie(exchange, SESSION));
        exchange.getResponseHeaders().set("Location", login.logout().toString());
        exchange.sendResponseHeaders(307, -1);
    }

    /** No other site's form comes with it. A real product serves HTTPS and adds Secure. */
    private void keep(HttpExchange exchange, Visitor visitor) {
        cookie(exchange, SESSION, visitors.keep(visitor), 43_200, "SameSite=Lax");
    }

    private static void cookie(HttpExchange exchange, String name, String value, int seconds, String attributes) {
        exchange.getResponseHeaders()
                .add(
                        "Set-Cookie",
                        "%s=%s; Path=/; HttpOnly; Max-Age=%d; %s".formatted(name, value, seconds, attributes));
    }

    /** Its value may stand between quotes (RFC 6265 §4.1.1). */
    private static @Nullable String cookie(HttpExchange exchange, String name) {
        for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (var pair : header.split(";", -1)) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return parts[1].replace("\"", "");
                }
            }
        }
        return null;
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), UTF_8);
        var fields = new HashMap<String, String>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return fields;
    }
}

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

    private static final String COOKIE = "example-product";
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
                case "GET /" -> home(exchange, 200, null);
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

    private void home(HttpExchange exchange, int status, @Nullable String trouble) throws IOException {
        var visitor = visitors.find(cookie(exchange));
        var user = visitor == null ? null : visitor.user();
        ExampleProduct.send(
                exchange,
                status,
                "text/html; charset=utf-8",
                user == null ? Page.nobody(trouble) : Page.of(user, url + "/", trouble));
    }

    private void begin(HttpExchange exchange) throws IOException {
        var nonce = visitors.token();
        keep(exchange, new Visitor(nonce, null));
        exchange.getResponseHeaders()
                .set("Location", login.begin(url + "/login", nonce).toString());
        exchange.sendResponseHeaders(303, -1);
    }

    /** The browser brings the identity as a form from KooBridge's page. A nonce must be of this browser; none means that the platform began. */
    private void returned(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            var user = login.identity(form(exchange).getOrDefault("identity", ""), Instant.now());
            var visitor = visitors.find(cookie(exchange));
            var nonce = user.get("nonce");
            if (nonce != null && (visitor == null || !Objects.equals(nonce, visitor.nonce()))) {
                throw new IllegalArgumentException("it was not begun in this browser");
            }
            visitors.forget(cookie(exchange));
            keep(exchange, new Visitor(null, user));
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } catch (IllegalArgumentException e) {
            home(exchange, 400, "This login is not taken: " + e.getMessage());
        } catch (IOException e) {
            home(exchange, 503, "KooBridge does not answer.");
        }
    }

    private void renew(HttpExchange exchange) throws IOException, InterruptedException {
        var visitor = visitors.find(cookie(exchange));
        var user = visitor == null ? null : visitor.user();
        if (user == null) {
            home(exchange, 401, "Nobody is logged in.");
            return;
        }
        try {
            var jwt = login.renew(String.valueOf(user.get("sid")));
            visitors.forget(cookie(exchange));
            if (jwt == null) {
                home(exchange, 401, "The login is over.");
                return;
            }
            keep(exchange, new Visitor(null, login.identity(jwt, Instant.now())));
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } catch (IllegalArgumentException e) {
            home(exchange, 502, "This renewal is not taken: " + e.getMessage());
        } catch (IOException e) {
            home(exchange, 503, "KooBridge does not answer.");
        }
    }

    /** The product ends its own session, and the browser sends the same form on to KooBridge, which ends the others. */
    private void leave(HttpExchange exchange) throws IOException {
        visitors.forget(cookie(exchange));
        exchange.getResponseHeaders().set("Location", login.logout().toString());
        exchange.sendResponseHeaders(307, -1);
    }

    /** The form comes from KooBridge's page, so the cookie is one that a browser sends with it: a real product serves HTTPS and adds Secure. */
    private void keep(HttpExchange exchange, Visitor visitor) {
        exchange.getResponseHeaders()
                .set("Set-Cookie", "%s=%s; Path=/; HttpOnly; Max-Age=43200".formatted(COOKIE, visitors.keep(visitor)));
    }

    private static @Nullable String cookie(HttpExchange exchange) {
        for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (var pair : header.split(";", -1)) {
                var parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(COOKIE)) {
                    return parts[1];
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

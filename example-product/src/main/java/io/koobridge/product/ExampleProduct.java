package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A seller's product that KooBridge provisions, complete and small enough to be read in five minutes: this file is HTTP,
 * {@link Product} decides, {@link Webhook} signs and verifies, {@link Tenants} remembers. Where its users log in through KooBridge, {@link LoginPages}
 * shows who they are and {@link Login} checks it.
 */
public final class ExampleProduct implements AutoCloseable {

    private static final int LARGEST_CALL = 256 * 1024;
    private static final int LARGEST_FORM = 1_024;

    private final Options options;
    private final HttpServer server;
    private final Webhook webhook;
    private final Tenants tenants;
    private final Product product;

    public static void main(String[] arguments) {
        // Seconds that a request may take to arrive: nobody holds a connection for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        try {
            var running = new ExampleProduct(Options.of(List.of(arguments), System.getenv()));
            System.out.printf("""
                    The example product is at %s, its tenants are in %s

                    KooBridge finds it when it is started with this one value:

                      KOOBRIDGE_PROVISIONER_HTTP_URL=%s/koobridge

                    Ctrl-C stops it.
                    """, running.url(), running.options.data(), running.url());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(2);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The example product cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Listens when this returns. */
    public static ExampleProduct start(List<String> arguments, Map<String, String> environment) throws IOException {
        return new ExampleProduct(Options.of(arguments, environment));
    }

    private ExampleProduct(Options options) throws IOException {
        this.options = options;
        webhook = new Webhook(options.secret());
        tenants = new Tenants(options.data());
        server = listening(options.port());
        product = new Product(
                tenants,
                url(),
                options.slow(),
                options.callBack() == null ? null : new CallBack(options.callBack(), webhook));
        server.createContext("/koobridge", this::call);
        server.createContext("/t/", this::page);
        if (options.login() != null) {
            server.createContext("/", new LoginPages(new Login(options.login()), url())::answer);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static HttpServer listening(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new IOException("port %d: %s".formatted(port, e.getMessage()), e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A call of KooBridge. First of all: is it one? */
    private void call(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_CALL + 1);
            if (body.length > LARGEST_CALL) {
                reply(exchange, 413, "{\"detail\":\"a call has at most 256 KiB\"}");
                return;
            }
            var rejection = webhook.rejection(exchange.getRequestHeaders()::getFirst, body, Instant.now());
            if (rejection != null) {
                reply(exchange, 401, "{\"detail\":%s}".formatted(Json.write(rejection)));
                return;
            }
            try {
                var call = Call.read(new String(body, UTF_8));
                var answer = product.answer(call);
                System.out.printf(
                        "%s %s, generation %d: %d %s%n",
                        call.instanceId(), call.member("change"), call.generation(), answer.status(), answer.members());
                reply(exchange, answer.status(), Json.write(answer.members()));
            } catch (IllegalArgumentException e) {
                reply(exchange, 400, "{\"detail\":%s}".formatted(Json.write(e.getMessage())));
            } catch (UncheckedIOException e) {
                System.err.println("not stored: " + e.getMessage());
                reply(exchange, 503, "{\"detail\":\"not stored; ask again\"}");
            }
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json);
    }

    /** The buyer's page; a form on it takes seats, so that there is something to check when fewer are bought. */
    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            var id = URLDecoder.decode(exchange.getRequestURI().getRawPath().substring("/t/".length()), UTF_8);
            var tenant = tenants.find(id);
            if (tenant == null || tenant.released()) {
                send(exchange, tenant == null ? 404 : 410, "text/html", Page.of("There is no such tenant."));
            } else if (exchange.getRequestMethod().equals("POST")) {
                var form = new String(exchange.getRequestBody().readNBytes(LARGEST_FORM), UTF_8);
                change(exchange, id, form.equals("seats=1") ? 1 : form.equals("seats=-1") ? -1 : 0);
            } else {
                send(exchange, 200, "text/html", Page.of(tenant));
            }
        }
    }

    private void change(HttpExchange exchange, String id, long seats) throws IOException {
        try {
            var changed = tenants.use(id, seats);
            send(
                    exchange,
                    changed == null ? 409 : 200,
                    "text/html",
                    changed == null ? Page.of("There is no such seat.") : Page.of(changed));
        } catch (UncheckedIOException e) {
            System.err.println("not stored: " + e.getMessage());
            send(exchange, 503, "text/html", Page.of("That could not be stored."));
        }
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

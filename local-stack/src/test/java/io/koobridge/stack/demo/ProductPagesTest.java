package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the buyer's browser finds at the address that he was given. */
class ProductPagesTest {

    private static final String TENANT = """
            <h1>OFFI1</h1><dl><dt>Seats</dt><dd>0 used of 10</dd><dt>Paid until</dt><dd>unknown</dd></dl>""";

    private final ProductPages pages = new ProductPages();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        serve("/t/1", 200, TENANT);
        serve("/gone", 410, "");
        serve("/waiting", 200, "<h1>Your service is being prepared</h1>");
        server.createContext("/ready", exchange -> {
            exchange.getResponseHeaders().set("Location", "/t/1");
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        });
        server.start();
    }

    private void serve(String path, int status, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageWhereTheBuyerWaitsSaysNothingYet() {
        assertThat(pages.of(purchase("/waiting"))).isEmpty();
        assertThat(pages.of(JsonMapper.shared().readTree("{}"))).isEmpty();
    }

    @Test
    void aPageThatForwardsLeadsToTheProduct() {
        var expected = new InstanceState("ACTIVE", null, new InstanceState.Product("OFFI1", null, 10L));

        assertThat(pages.of(purchase("/ready"))).contains(expected);
        assertThat(pages.of(purchase("/t/1"))).contains(expected);
    }

    @Test
    void aPageThatIsGoneSaysThatTheInstanceIsReleased() {
        assertThat(pages.of(purchase("/gone")).map(InstanceState::wanted)).contains(InstanceState.RELEASED);
    }

    private JsonNode purchase(String path) {
        String url = "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
        var purchase = JsonMapper.shared().createObjectNode();
        purchase.putObject("appInfo").put("frontEndUrl", url);
        return purchase;
    }
}

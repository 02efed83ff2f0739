package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.stack.process.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private final HttpServer simulator;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    DemoTest() throws IOException {
        simulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        answer("/simulator/purchases", "{\"orderId\":\"CS1\",\"status\":\"ORDERED\"}");
        answer("/simulator/purchases/CS1", """
                {"orderId":"CS1","status":"READY","instanceId":"kb1","appInfo":{"frontEndUrl":"https://app.example.com/kb1"}}
                """);
        answer("/simulator/purchases/CS1:duplicate", "{\"attempts\":[{\"instanceId\":\"kb1\"}]}");
        answer("/simulator/violations", "{\"total\":0,\"violations\":[]}");
        answer("/simulator/calls", calls("RIGHT", "kb1"));
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.stop(0);
    }

    @Test
    void showsEachCallInOrderAndIsContentWhenAllIsRight() {
        assertThat(play()).isTrue();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsSubsequence("-> newInstance", "000004 kb1", "-> queryInstance", "https://app.example.com/kb1")
                .contains("All is right.")
                .doesNotContain("WRONG");
    }

    @Test
    void isNotContentWithAWrongBodySign() {
        simulator.removeContext("/simulator/calls");
        answer("/simulator/calls", calls("WRONG", "kb1"));

        assertThat(play()).isFalse();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("WRONG  every answer carries the right Body-Sign");
    }

    @Test
    void isNotContentWithASecondInstance() {
        simulator.removeContext("/simulator/calls");
        answer("/simulator/calls", calls("RIGHT", "kb2"));

        assertThat(play()).isFalse();
    }

    @Test
    void isNotContentWithAViolation() {
        simulator.removeContext("/simulator/violations");
        answer("/simulator/violations", "{\"total\":1,\"violations\":[]}");

        assertThat(play()).isFalse();
    }

    @Test
    void namesTheChaptersThatThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> Demo.of("chess", System.out))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("saas-v2");
    }

    private boolean play() {
        URI address = URI.create("http://127.0.0.1:" + simulator.getAddress().getPort());
        return Demo.of("saas-v2", new PrintStream(out, true, StandardCharsets.UTF_8))
                .play(address);
    }

    /** Newest first, as the simulator lists them. */
    private static String calls(String bodySign, String repeatedInstance) {
        return """
                {"total":3,"calls":[
                  {"direction":"TO_SELLER","name":"newInstance","at":"2026-01-01T00:00:03Z","millis":4,"bodySign":"RIGHT",
                   "responseBody":"{\\"resultCode\\":\\"000000\\",\\"instanceId\\":\\"%s\\"}","verdict":"ACCEPTED"},
                  {"direction":"TO_SELLER","name":"queryInstance","at":"2026-01-01T00:00:02Z","millis":3,"bodySign":"%s",
                   "responseBody":"{\\"resultCode\\":\\"000000\\",\\"info\\":[{\\"appInfo\\":{\\"frontEndUrl\\":\\"https://app.example.com/kb1\\"}}]}","verdict":"READY"},
                  {"direction":"TO_SELLER","name":"newInstance","at":"2026-01-01T00:00:01Z","millis":9,"bodySign":"RIGHT",
                   "responseBody":"{\\"resultCode\\":\\"000004\\",\\"instanceId\\":\\"kb1\\"}","verdict":"ACCEPTED"}]}
                """.formatted(repeatedInstance, bodySign);
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        simulator.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}

package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example as a newcomer starts it: a process. */
@Timeout(120)
class ExampleProductTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final String CALL =
            "{\"instanceId\":\"kb1\",\"generation\":1,\"change\":\"CREATE\",\"wanted\":\"ACTIVE\",\"product\":{\"productId\":\"OFFI1\",\"quantity\":2}}";

    /** A result that reached KooBridge's place. */
    private record Result(Map<String, String> headers, String body) {}

    private final Path directory;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Webhook webhook = new Webhook(SECRET);
    private final List<Process> started = new ArrayList<>();
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer koobridge;

    ExampleProductTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        koobridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        koobridge.createContext("/provisioner/v1/results", this::take);
        koobridge.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            results.add(new Result(headers, body));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 429 : 204, -1);
        }
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        koobridge.stop(0);
        http.close();
    }

    @Test
    void aSignedCallIsAnsweredAndAnUnsignedOneIsNot() throws Exception {
        var url = url(start());

        var ready = signed(url, CALL);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Json.read(ready.body()))
                .isEqualTo(Map.of(
                        "status", "READY", "appInfo", Map.of("frontEndUrl", url + "/t/kb1", "userName", "admin")));
        assertThat(send(request(url).POST(HttpRequest.BodyPublishers.ofString(CALL)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(signed(url, "{}").statusCode()).isEqualTo(400);
        assertThat(signed(url, "x".repeat(300_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void itsPageShowsTheTenantAndCountsSeats() throws Exception {
        var url = url(start());
        signed(url, CALL);
        var page = URI.create(url + "/t/kb1");

        assertThat(send(HttpRequest.newBuilder(page)).body()).contains("OFFI1", "0 used of 2");
        assertThat(send(HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.ofString("seats=1")))
                        .body())
                .contains("1 used of 2");
        signed(url, CALL.replace("1,\"change", "2,\"change").replace("ACTIVE", "FROZEN"));
        assertThat(send(HttpRequest.newBuilder(page)).body()).contains("frozen", "1 used of 2");
        signed(url, CALL.replace("1,\"change", "3,\"change").replace("ACTIVE", "RELEASED"));
        assertThat(send(HttpRequest.newBuilder(page)).statusCode()).isEqualTo(410);
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/t/nobody"))).statusCode())
                .isEqualTo(404);
    }

    /** Neither a tenant nor its fence is lost when the process is. */
    @Tag("promise:example-keeps-the-contract")
    @Test
    void aKilledProcessKnowsItsTenantsAgain() throws Exception {
        var first = start();
        signed(url(first), CALL.replace("1,\"change", "7,\"change"));
        first.destroyForcibly().waitFor();

        var url = url(start());

        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/t/kb1"))).statusCode())
                .isEqualTo(200);
        assertThat(signed(url, CALL).statusCode()).isEqualTo(409);
    }

    @Test
    void slowWorkEndsInASignedCallBackThatIsRepeatedUntilItIsTaken() throws Exception {
        refusals.set(1);
        var url = url(start("--slow", "1s"));

        var working = signed(url, CALL);
        assertThat(Json.read(working.body()))
                .isEqualTo(Map.of("status", "WORKING", "retryAfterSeconds", new BigDecimal(61)));

        var refused = results.poll(30, TimeUnit.SECONDS);
        var taken = results.poll(30, TimeUnit.SECONDS);
        assertThat(taken).isNotNull();
        assertThat(refused).isNotNull().extracting(Result::body).isEqualTo(taken.body());
        assertThat(webhook.rejection(taken.headers()::get, taken.body().getBytes(UTF_8), Instant.now()))
                .isNull();
        assertThat(Json.read(taken.body()))
                .isEqualTo(Map.of(
                        "instanceId",
                        "kb1",
                        "generation",
                        BigDecimal.ONE,
                        "status",
                        "READY",
                        "appInfo",
                        Map.of("frontEndUrl", url + "/t/kb1", "userName", "admin")));
        assertThat(signed(url, CALL).body()).contains("READY");
    }

    @Test
    void whatIsNotStoredIsAnswered503() throws Exception {
        var url = url(start());
        Files.createDirectories(directory.resolve("tenants.jsonl.next").resolve("in the way"));

        assertThat(signed(url, CALL).statusCode()).isEqualTo(503);
    }

    @Test
    void aTakenPortAndACorruptFileGiveOneLine() throws Exception {
        var other = start("--port", Integer.toString(koobridge.getAddress().getPort()));
        assertThat(other.waitFor()).isEqualTo(1);
        assertThat(log(other)).hasLineCount(1).contains("cannot start: port ");

        Files.writeString(directory.resolve("tenants.jsonl"), "{\n");
        var corrupt = start();
        assertThat(corrupt.waitFor()).isEqualTo(1);
        assertThat(log(corrupt)).hasLineCount(1).contains("line 1 of ");
    }

    @Test
    void aWrongStartIsExplained() throws Exception {
        var wrong = start("--fast");

        assertThat(wrong.waitFor()).isEqualTo(2);
        assertThat(log(wrong)).contains("--fast is no option", "Usage: example-product");
    }

    private Process start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target/classes").toAbsolutePath().toString(),
                ExampleProduct.class.getName(),
                "--port",
                "0",
                "--data",
                directory.resolve("tenants.jsonl").toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.resolve("log-%d".formatted(started.size())).toFile());
        builder.environment()
                .putAll(Map.of(
                        "KOOBRIDGE_WEBHOOK_SECRET",
                        SECRET,
                        "KOOBRIDGE_PROVISIONING_URL",
                        "http://127.0.0.1:" + koobridge.getAddress().getPort()));
        var process = builder.start();
        started.add(process);
        return process;
    }

    /** As it says itself. */
    private String url(Process process) {
        return await("the product's address")
                .atMost(Duration.ofSeconds(60))
                .until(() -> log(process), log -> log.contains("Ctrl-C"))
                .lines()
                .filter(line -> line.contains("KOOBRIDGE_PROVISIONER_HTTP_URL="))
                .map(line -> line.substring(line.indexOf('=') + 1, line.lastIndexOf("/koobridge")))
                .findFirst()
                .orElseThrow();
    }

    private String log(Process process) throws IOException {
        return Files.readString(directory.resolve("log-%d".formatted(started.indexOf(process))));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url + "/koobridge"));
    }

    private HttpResponse<String> signed(String url, String json) throws Exception {
        var body = json.getBytes(UTF_8);
        var request = request(url).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        webhook.headers("m1", Instant.now(), body).forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.provisioning.domain.Wish.Change;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/product-contract.md run as they stand there, against KooBridge's own calls. */
@Timeout(120)
@Tag("promise:contract-is-true")
class ContractExamplesTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final String OTHER = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh";

    private final Path directory;
    private final Outside outside = new Outside();
    private final List<Process> started = new ArrayList<>();
    private final BlockingQueue<FakeServer.Request> results = new LinkedBlockingQueue<>();
    private volatile int refusals;
    private String secrets = SECRET;
    private final FakeServer koobridge = new FakeServer(request -> {
        results.add(request);
        return new FakeServer.Response(results.size() > this.refusals ? 204 : 429, "");
    });
    private final int port = FreePorts.next();

    ContractExamplesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        koobridge.close();
        outside.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void aProductVerifiesAndAnswers(String example) throws IOException {
        start(example, "0");
        var provisioner = provisioner(SECRET);

        var ready = provisioner.apply(wish(2, WantedState.ACTIVE));
        assertThat(ready).isInstanceOfSatisfying(Answer.Ready.class, answer -> assertThat(answer.appInfo())
                .isNotNull()
                .extracting(info -> info.frontEndUrl())
                .isEqualTo("https://app.example.com/t/kb-test"));
        assertThat(provisioner.apply(wish(2, WantedState.ACTIVE))).isEqualTo(ready);
        assertThat(provisioner.apply(wish(4, WantedState.FROZEN))).isEqualTo(ready);
        assertThat(failure(provisioner.apply(wish(3, WantedState.ACTIVE)))).contains("409");
        assertThat(provisioner.apply(wish(5, WantedState.RELEASED))).isEqualTo(new Answer.Ready(null));
        assertThat(failure(provisioner.apply(wish(4, WantedState.FROZEN)))).contains("409");
        assertThat(failure(provisioner(OTHER).apply(wish(6, WantedState.ACTIVE))))
                .contains("401");
        assertThat(provisioner.check(proposal(3)).join()).isEqualTo(new Verdict.Possible());
        assertThat(provisioner.check(proposal(1_001)).join())
                .isEqualTo(new Verdict.Impossible("There are at most 1000 seats."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void aSlowProductCallsBack(String example) throws Exception {
        start(example, "1");
        var provisioner = provisioner(SECRET);

        assertThat(provisioner.apply(wish(1, WantedState.ACTIVE))).isEqualTo(new Answer.Working(Duration.ofMinutes(1)));
        assertThat(provisioner.apply(wish(2, WantedState.FROZEN))).isEqualTo(new Answer.Working(Duration.ofMinutes(1)));

        var result = taken();
        assertThat(result.generation()).as("the first was overtaken").isEqualTo(2);
        assertThat(result.status()).isEqualTo("READY");
        assertThat(result.appInfo()).isNotNull();
        assertThat(provisioner.apply(wish(2, WantedState.FROZEN))).isInstanceOf(Answer.Ready.class);
    }

    /** What overtakes a call is never undone by it, nor may the call after that be older than what was begun. */
    @Tag("promise:late-calls-are-fenced")
    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void ofCallsAtTheSameTimeNoneLowersTheFence(String example) throws Exception {
        start(example, "0");

        try (var product = HttpClient.newHttpClient();
                var koobridges = Executors.newFixedThreadPool(16)) {
            for (int round = 0; round < 40; round++) {
                var id = "kb" + round;
                var calls = new ArrayList<Callable<Integer>>();
                for (long generation = 1; generation <= 16; generation++) {
                    var call = call(id, generation, "ACTIVE");
                    calls.add(() -> post(product, call, SECRET).statusCode());
                }
                Collections.shuffle(calls, new Random(round));
                for (var answered : koobridges.invokeAll(calls)) {
                    assertThat(answered.get()).isIn(200, 409);
                }
                assertThat(post(product, call(id, 15, "ACTIVE"), SECRET).body()).contains("16 was begun");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void whatIsNoCallIsRefusedAndAskedForNothing(String example) throws Exception {
        start(example, "0");

        try (var product = HttpClient.newHttpClient()) {
            for (var noCall : List.of(
                    Contract.block("result"),
                    call("kb1", 1, "PAUSED"),
                    "{}",
                    "[]",
                    "",
                    "{",
                    "[".repeat(100_000),
                    "{\"instanceId\":\"kb1\",\"generation\":\"1\",\"wanted\":\"ACTIVE\"}",
                    "{\"instanceId\":1,\"generation\":1,\"wanted\":{}}")) {
                assertThat(post(product, noCall, SECRET).statusCode())
                        .as(noCall)
                        .isEqualTo(400);
            }
            if (example.endsWith(".py")) {
                // It answers by the head: a client that still sends the body may never see that.
                assertThat(raw("Content-Length: 262145\r\n")).contains(" 413 ");
            } else {
                assertThat(post(product, "x".repeat(262_145), SECRET).statusCode())
                        .isEqualTo(413);
            }
            assertThat(post(product, call("kb1", 1, "ACTIVE"), SECRET).statusCode())
                    .isEqualTo(200);
            // The same number for something else, as after a restored ledger: it is made so.
            assertThat(post(product, call("kb1", 1, "RELEASED"), SECRET).body()).doesNotContain("appInfo");
            assertThat(post(product, call("kb1", 2, "ACTIVE"), OTHER).statusCode())
                    .isEqualTo(401);
        }
    }

    /** Neither a length nor a time stamp makes the examples read without end, or fail. */
    @Test
    void onlyABodyOfSaneLengthIsRead() throws IOException {
        start("product.py", "0");

        for (var length :
                List.of("", "Content-Length: -1\r\n", "Content-Length: \u00b2\r\n", "Content-Length: 1e3\r\n")) {
            assertThat(raw(length)).as(length).contains(" 411 ");
        }
        assertThat(raw("Content-Length: 262145\r\n")).contains(" 413 ");
        assertThat(raw("Content-Length: 0\r\nwebhook-timestamp: %s\r\n".formatted("9".repeat(5_000))))
                .contains(" 401 ");
    }

    @Test
    void whoSendsSlowlyLosesTheConnection() throws IOException {
        start("Product.java", "0");

        assertThat(raw("Content-Length: 10\r\n")).doesNotContain(" 200 ");
    }

    @Tag("promise:product-secret-without-gap")
    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void whileASecretIsChangedBothCount(String example) throws Exception {
        secrets = OTHER + " " + SECRET;
        start(example, "0");

        try (var product = HttpClient.newHttpClient()) {
            assertThat(post(product, call("kb1", 1, "ACTIVE"), SECRET).statusCode())
                    .isEqualTo(200);
            assertThat(post(product, call("kb1", 2, "ACTIVE"), OTHER).statusCode())
                    .isEqualTo(200);
        }
    }

    /** "Not now" is no answer to a call-back; it is sent again, and signed with the first secret. */
    @ParameterizedTest
    @ValueSource(strings = {"product.py", "Product.java"})
    void aCallBackIsSentAgainUntilTheAnswerIsFinal(String example) throws Exception {
        secrets = SECRET + " " + OTHER;
        refusals = 1;
        start(example, "1");

        provisioner(OTHER).apply(wish(1, WantedState.ACTIVE));

        assertThat(taken()).isEqualTo(taken());
    }

    @Test
    void curlAndOpensslSendACallBack() throws Exception {
        var script = script("post.sh");

        var said = run(List.of(
                script.toString(),
                koobridge.url() + "/provisioner/v1/results",
                Contract.block("result").strip()));

        assertThat(said).endsWith("\n204\n");
        assertThat(taken().generation()).isEqualTo(2);
    }

    @Test
    void curlAndOpensslCallAProduct() throws Exception {
        start("product.py", "0");
        var script = script("post.sh");

        var said = run(List.of(
                script.toString(),
                "http://127.0.0.1:%d/koobridge".formatted(port),
                "{\"instanceId\":\"kb1\",\"generation\":1,\"change\":\"CREATE\",\"wanted\":\"ACTIVE\"}"));

        assertThat(said).contains("READY").endsWith("\n200\n");
    }

    @Test
    void opensslVerifiesACapturedMessage() throws Exception {
        var script = script("verify.sh");
        var body = Files.writeString(directory.resolve("body"), "{\"wanted\":\"ACTIVE\"}");
        var headers = new WebhookSigner(WebhookSecret.parse(SECRET))
                .sign("m1", Instant.ofEpochSecond(1_795_334_400), Files.readAllBytes(body));
        var signature = String.valueOf(headers.get("webhook-signature"));

        assertThat(run(List.of(script.toString(), "m1", "1795334400", signature, body.toString())))
                .isEqualTo("the signature is right\n");
        assertThat(run(List.of(script.toString(), "m1", "1795334400", "v1,AAAA " + signature, body.toString())))
                .as("one of several")
                .isEqualTo("the signature is right\n");
        assertThat(run(List.of(script.toString(), "m2", "1795334400", signature, body.toString())))
                .startsWith("the signature should be v1,");
    }

    /** A result as KooBridge takes it: verified and valid. */
    private ProductResult taken() throws InterruptedException {
        var request = results.poll(30, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        assertThat(request.uri().getPath()).isEqualTo("/provisioner/v1/results");
        var body = request.body().getBytes(UTF_8);
        assertThat(new WebhookSecrets(List.of(WebhookSecret.parse(SECRET)))
                        .verify(request.headers()::get, body, Instant.now()))
                .isInstanceOf(WebhookVerification.Verified.class);
        assertThat(ProductResult.read(body)).isInstanceOf(ProductResult.Reading.Valid.class);
        return ((ProductResult.Reading.Valid) ProductResult.read(body)).result();
    }

    private static String call(String id, long generation, String wanted) {
        return "{\"instanceId\":\"%s\",\"generation\":%d,\"change\":\"UPDATE\",\"wanted\":\"%s\"}"
                .formatted(id, generation, wanted);
    }

    private HttpResponse<String> post(HttpClient product, String json, String secret) throws Exception {
        var body = json.getBytes(UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/koobridge".formatted(port)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        new WebhookSigner(WebhookSecret.parse(secret))
                .sign("m1", Instant.now(), body)
                .forEach(request::header);
        return product.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All that comes back for a head without its body. */
    private String raw(String headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream()
                    .write("POST /koobridge HTTP/1.1\r\nHost: x\r\n%s\r\n"
                            .formatted(headers)
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private void start(String example, String slow) throws IOException {
        var file = Contract.save(example, directory).toString();
        var command = example.endsWith(".py")
                ? List.of("python3", file)
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        file);
        assumeTrue(available(command.getFirst()), command.getFirst() + " is not installed");
        var log = directory.resolve("log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment()
                .putAll(Map.of(
                        "KOOBRIDGE_WEBHOOK_SECRET",
                        secrets,
                        "KOOBRIDGE_PROVISIONING_URL",
                        koobridge.url(),
                        "SLOW",
                        slow,
                        "PORT",
                        Integer.toString(port)));
        var process = builder.start();
        started.add(process);
        await("the example listens").atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(process.isAlive()).as(() -> text(log)).isTrue();
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (ConnectException notYet) {
                return false;
            }
        });
    }

    private Path script(String name) {
        assumeTrue(available("openssl") && available("curl"), "curl and openssl are not both installed");
        var script = Contract.save(name, directory);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private String run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KOOBRIDGE_WEBHOOK_SECRET", SECRET);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static boolean available(String command) {
        return command.contains(File.separator)
                || Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    private static String text(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String failure(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).why();
    }

    private static Proposal proposal(long quantity) {
        return new Proposal(wish(2, WantedState.ACTIVE), new Proposal.Target(null, null, quantity));
    }

    private static Wish wish(long generation, WantedState wanted) {
        var told = new OrderDetails.Particulars("b1", new BigDecimal("1280.500"), 1, List.of());
        var bought = new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI1", null, 5L, 100L, 5L),
                null,
                null,
                null,
                told);
        return new Wish(
                Instances.ID, generation, Change.UPDATE, wanted, Instances.ORDER, bought, null, AccessForm.PLAIN);
    }

    private HttpProvisioner provisioner(String secret) {
        return new HttpProvisioner(line("provisioner", secret), line("provisioner-check", secret), CONTACT, () -> "1");
    }

    private HttpProvisioner.Line line(String system, String secret) {
        return new HttpProvisioner.Line(
                outside.systems().unjournaled(system, OutsideLimits.usual()),
                new WebhookClient(
                        ProductLines.peer(URI.create("http://127.0.0.1:%d/koobridge".formatted(port))),
                        new WebhookClient.Pool(system, 8),
                        new WebhookSigner(WebhookSecret.parse(secret)),
                        Clock.systemUTC()));
    }
}

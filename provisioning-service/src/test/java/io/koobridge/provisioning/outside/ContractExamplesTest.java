package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.FakeServer;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Proposal;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.provisioning.domain.Provisioner.Verdict;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.provisioning.domain.Wish.Change;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise: the examples of docs/product-contract.md run as they stand there, against KooBridge's own calls. */
@Timeout(120)
class ContractExamplesTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final String OTHER = "whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh";

    private final Path directory;
    private final Outside outside = new Outside();
    private final List<Process> started = new ArrayList<>();
    private final BlockingQueue<FakeServer.Request> results = new LinkedBlockingQueue<>();
    private final FakeServer koobridge = new FakeServer(request -> {
        results.add(request);
        return new FakeServer.Response(200, "{}");
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

    @Test
    void curlAndOpensslSendACallBack() throws Exception {
        var script = script("post.sh");

        var said = run(List.of(
                script.toString(),
                koobridge.url() + "/provisioner/v1/results",
                Contract.block("result").strip()));

        assertThat(said).endsWith("\n200\n");
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
        assertThat(run(List.of(script.toString(), "m2", "1795334400", signature, body.toString())))
                .startsWith("the signature should be v1,");
    }

    /** A result as KooBridge takes it: verified and valid. */
    private ProductResult taken() throws InterruptedException {
        var request = results.poll(30, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        assertThat(request.uri().getPath()).isEqualTo("/provisioner/v1/results");
        var body = request.body().getBytes(UTF_8);
        assertThat(new ProductSecrets(List.of(WebhookSecret.parse(SECRET)))
                        .verify(request.headers()::getFirst, body, Instant.now()))
                .isInstanceOf(WebhookVerification.Verified.class);
        assertThat(ProductResult.read(body)).isInstanceOf(ProductResult.Reading.Valid.class);
        return ((ProductResult.Reading.Valid) ProductResult.read(body)).result();
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
                        SECRET,
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
        var bought = new OrderDetails(
                "NEW", ChargingMode.PERIOD, new OrderDetails.Product("OFFI1", null, 5L), null, null, null);
        return new Wish(Instances.ID, generation, Change.UPDATE, wanted, Instances.ORDER, bought, null);
    }

    private HttpProvisioner provisioner(String secret) {
        return new HttpProvisioner(line("provisioner", secret), line("provisioner-check", secret), CONTACT, () -> "1");
    }

    private HttpProvisioner.Line line(String system, String secret) {
        return new HttpProvisioner.Line(
                outside.systems().unjournaled(system, OutsideLimits.usual()),
                new ProductClient(
                        ProductClient.connections(system, 8),
                        URI.create("http://127.0.0.1:%d/koobridge".formatted(port)),
                        new WebhookSigner(WebhookSecret.parse(secret)),
                        Clock.systemUTC()));
    }
}

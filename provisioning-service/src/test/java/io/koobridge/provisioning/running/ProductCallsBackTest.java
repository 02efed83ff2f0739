package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.wire.Json;
import io.koobridge.product.ExampleProduct;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service and the example product, which takes a second for everything and then calls back. */
class ProductCallsBackTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final int PORT = FreePorts.next();

    /** Below the minute after which the product would be asked again by itself. */
    private static final Duration BY_CALL_BACK = Duration.ofSeconds(40);

    private static FakeServer marketplace;
    private static ExampleProduct product;
    private static RunningProvisioning service;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        product = ExampleProduct.start(
                List.of(
                        "--port",
                        "0",
                        "--slow",
                        "1s",
                        "--data",
                        directory.resolve("t.jsonl").toString()),
                Map.of("KOOBRIDGE_WEBHOOK_SECRET", SECRET, "KOOBRIDGE_PROVISIONING_URL", "http://127.0.0.1:" + PORT));
        marketplace = new FakeServer(Marketplace::order);
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "server.port",
                        Integer.toString(PORT),
                        "koobridge.provisioner.http.url",
                        product.url() + "/koobridge",
                        "koobridge.provisioner.http.secret",
                        SECRET));
    }

    @AfterAll
    static void stop() {
        service.close();
        marketplace.close();
        product.close();
    }

    @Test
    void aPurchaseIsReadyAsSoonAsTheProductSaysSoAndLivesOn() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        var bought = Instant.now();

        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), bought);

        await().atMost(BY_CALL_BACK)
                .untilAsserted(() -> assertThat(service.view(id)).hasValueSatisfying(view -> {
                    assertThat(view.phase()).isEqualTo(Phase.ACTIVE);
                    assertThat(view.appInfo()).isNotNull();
                    assertThat(view.appInfo().frontEndUrl()).isEqualTo(product.url() + "/t/" + id);
                }));
        service.send(id, new InstanceFrozen(), bought.plusSeconds(10));
        await().atMost(BY_CALL_BACK).until(() -> page(id).contains("frozen"));
        service.send(id, new InstanceUnfrozen(), bought.plusSeconds(20));
        await().atMost(BY_CALL_BACK).until(() -> !page(id).contains("frozen"));
        assertThat(service.phase(id)).isEqualTo(Optional.of(Phase.ACTIVE));
    }

    @Test
    void theProductIsAskedBeforeAChange() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
        await().atMost(BY_CALL_BACK).until(() -> service.phase(id).equals(Optional.of(Phase.ACTIVE)));

        assertThat(check(id, 50)).isEqualTo(ChangeCheck.possible());
        assertThat(check(id, 5_000)).isEqualTo(ChangeCheck.impossible("There are at most 1000 seats."));
        assertThat(check("kb-nobody", 50)).isEqualTo(ChangeCheck.refused(Reason.UNKNOWN_INSTANCE));
    }

    /** The public port shows the product's door and liveness, and nothing else. */
    @Tag("promise:doors-stand-apart")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/internal/instances:check",
                "/internal/instances:query",
                "/internal/admissions",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/provisioner/v1",
                "/provisioner/v1/results/x"
            })
    void nothingElseIsPublic(String path) {
        assertThat(open(path, "{}")).isEqualTo(404);
    }

    @Test
    void theDoorIsPublicAndNotInternal() {
        assertThat(open("/provisioner/v1/results", "{}")).isEqualTo(401);
        assertThat(service.post("/provisioner/v1/results", "{}").statusCode()).isEqualTo(404);
    }

    private static int open(String path, String body) {
        return service.exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private static String page(String id) throws Exception {
        try (var buyer = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(product.url() + "/t/" + id));
            return buyer.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static ChangeCheck check(String id, long quantity) {
        var question = new ChangeCheck.Question(InstanceKind.SAAS, id, "OFFI2", null, quantity);
        var answer = service.post("/internal/instances:check", Json.mapper().writeValueAsString(question));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readValue(answer.body(), ChangeCheck.class);
    }
}

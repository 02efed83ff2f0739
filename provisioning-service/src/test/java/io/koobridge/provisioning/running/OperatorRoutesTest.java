package io.koobridge.provisioning.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Json;
import io.koobridge.testkit.FakeServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators ask the running service and do to it, with a service token, on the internal port. */
class OperatorRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String WHY = "{\"why\":\"a test\"}";
    private static final FakeServer.Response REFUSED =
            new FakeServer.Response(200, "{\"status\":\"REFUSED\",\"detail\":\"no such plan\"}");
    private static final AtomicBoolean REFUSING = new AtomicBoolean();

    private static FakeServer marketplace;
    private static FakeServer product;
    private static RunningProvisioning service;

    @BeforeAll
    static void start() {
        marketplace = new FakeServer(Marketplace::order);
        product = new FakeServer(_ -> REFUSING.get() ? REFUSED : Product.READY);
        service = new RunningProvisioning(
                marketplace.url(),
                Map.of(
                        "koobridge.provisioner.type", "http",
                        "koobridge.provisioner.http.url", product.url() + "/koobridge",
                        "koobridge.provisioner.http.secret", "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE="));
    }

    @AfterAll
    static void stop() {
        service.close();
        product.close();
        marketplace.close();
    }

    @Test
    void aDeadLetterIsListedPreviewedAndParked() {
        var key = "kb-operator-" + System.nanoTime();
        service.send(new ProducerRecord<>(Topics.INSTANCE_FACTS.name(), key, "no event".getBytes(UTF_8)));
        await().atMost(SOON).until(() -> letter(key).isPresent());
        var id = letter(key).orElseThrow().path("id").asString();

        var preview = service.post("/internal/dead-letters/" + id + ":preview", "");
        var parked = service.post("/internal/dead-letters/" + id + ":park", WHY);

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(json(preview).path("putAsideAgain").asString()).isEqualTo("unreadable");
        assertThat(parked.statusCode()).isEqualTo(200);
        assertThat(letter(key).orElseThrow().path("state").asString()).isEqualTo("parked");
    }

    @Tag("promise:refusals-can-be-retried")
    @Test
    void whatTheProductRefusedForGoodIsTriedAgainWhenSomebodyAsks() {
        var order = RunningProvisioning.newOrder();
        var id = RunningProvisioning.idOf(order);
        REFUSING.set(true);
        service.send(id, new InstancePurchased(InstanceKind.SAAS, order), Instant.now());
        await().atMost(SOON).until(() -> service.phase(id).equals(Optional.of(Phase.FAILED)));
        await().atMost(SOON).until(() -> get("/internal/work?state=stopped")
                .path("work")
                .valueStream()
                .anyMatch(item -> item.path("id").asString().equals(id)));
        REFUSING.set(false);

        assertThat(service.post("/internal/work/instances/" + id + ":retry", WHY)
                        .statusCode())
                .isEqualTo(200);

        await().atMost(SOON).until(() -> service.phase(id).equals(Optional.of(Phase.ACTIVE)));
        await().atMost(SOON).until(() -> get("/internal/findings?kind=STOPPED")
                .path("findings")
                .valueStream()
                .noneMatch(row -> row.path("subject").asString().equals(id)));
    }

    @Tag("promise:people-are-called")
    @Test
    void aCallThatTheGatewayLostIsAFindingUntilAPersonHasRestartedIt() {
        var lost = new LostCall("kb-lost", null, "releaseLicense", "000005", "not_stored", Instant.now());
        var subject = lost.subject();

        var taken = service.post("/internal/lost-calls", Json.mapper().writeValueAsString(lost));

        assertThat(json(taken).path("subject").asString()).isEqualTo(subject);
        assertThat(needRestart()).contains(subject);
        assertThat(service.post("/internal/findings/NEEDS_RESTART/" + subject + ":close", WHY)
                        .statusCode())
                .isEqualTo(200);
        assertThat(needRestart()).doesNotContain(subject);
    }

    @Test
    void whatIsNoLostCallIsAProblemThatNamesTheMember() {
        var lost = new LostCall("kb-lost", null, "releaseLicense", "000005", "not_stored", Instant.now());
        var json = Json.mapper().writeValueAsString(lost);

        var odd = service.post("/internal/lost-calls", json.replace("000005", "five"));
        var tooLong = service.post("/internal/lost-calls", json.replace("kb-lost", "k".repeat(5_000)));
        var nothing = service.post("/internal/lost-calls", "");

        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(json(odd).path("detail").asString()).contains("resultCode must have six digits");
        assertThat(json(tooLong).path("detail").asString()).isEqualTo("A lost call has at most 4096 bytes.");
        assertThat(json(nothing).path("detail").asString()).isEqualTo("The lost call is missing.");
    }

    @Test
    void aMistakeIsAProblemWithASentence() {
        var unknown = service.post("/internal/work/instances/kb-nobody:retry", WHY);
        var wrong = service.post("/internal/dead-letters/nothing:replay", WHY);

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).path("detail").asString()).isEqualTo("The ledger has no such document.");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).path("detail").asString()).contains("<topic>:<partition>:<offset>");
    }

    @Tag("promise:internal-needs-a-token")
    @Test
    void withoutATokenNobodySeesAnything() {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.internalPort() + "/internal/dead-letters"))
                .build();

        assertThat(service.exchange(request).statusCode()).isEqualTo(401);
    }

    private static List<String> needRestart() {
        return get("/internal/findings?kind=NEEDS_RESTART")
                .path("findings")
                .valueStream()
                .map(row -> row.path("subject").asString())
                .toList();
    }

    private static Optional<JsonNode> letter(String key) {
        return get("/internal/dead-letters")
                .path("deadLetters")
                .valueStream()
                .filter(row -> row.path("key").asString("").equals(key))
                .findFirst();
    }

    private static JsonNode get(String path) {
        var response =
                service.exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.internalPort() + path))
                        .header("Authorization", "Bearer " + RunningProvisioning.TOKEN)
                        .build());
        assertThat(response.statusCode()).isEqualTo(200);
        return json(response);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }
}

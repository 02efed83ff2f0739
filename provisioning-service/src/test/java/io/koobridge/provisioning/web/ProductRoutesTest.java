package io.koobridge.provisioning.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.journal.JournalEntry.FactDecided;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.ledger.LedgerStore;
import io.koobridge.service.reconcile.ReconcileRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

@Timeout(60)
class ProductRoutesTest {

    private static final WebhookSecret OTHER = WebhookSecret.parse("whsec_YW5vdGhlci1zZWNyZXQtb2YtMjQtYnl0ZXMh");
    private static final String READY =
            "{'instanceId':'kb-test','generation':2,'status':'READY','appInfo':{'frontEndUrl':'https://a.example.com','password':'p'}}";

    private final Door door = Door.open();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void readyIsStoredAndTheWorkGoesOn() {
        door.holds(Instances.learned());

        assertThat(door.post(READY).statusCode()).isEqualTo(204);

        var now = door.instance("kb-test");
        assertThat(now.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(now.settled()).isTrue();
        assertThat(door.sealing.open(
                        "kb-test", Objects.requireNonNull(now.status().access())))
                .isEqualTo(new AppInfo("https://a.example.com", null, null, "p", null));
        assertThat(door.requested).containsExactly(new ReconcileRequest("instances", "kb-test", "t1"));
    }

    @Test
    void whatAnInstanceOfV1CannotShowIsNamedAndNotStored() {
        var purchase =
                new InstancePurchased(InstanceKind.SAAS, Instances.ORDER, Instances.BOUGHT, AccessForm.ENCRYPTED);
        door.holds(Instances.after(null, Instances.fact("purchase", 0, purchase)));

        var answer = door.post(
                READY.replace("'generation':2", "'generation':1").replace("'p'", "'%s'".formatted("p".repeat(80))));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("password must have at most 79 bytes of UTF-8, has 80")
                .doesNotContain("ppp");
        assertThat(door.instance("kb-test").phase()).isEqualTo(Phase.PROVISIONING);
    }

    @Tag("promise:call-backs-hold")
    @Test
    void theSameResultAgainChangesNothingAndSendsTheRequestAgain() {
        door.holds(Instances.learned());
        door.post(READY);
        var once = door.instance("kb-test");

        assertThat(door.post(READY).statusCode()).isEqualTo(204);

        assertThat(door.instance("kb-test")).isEqualTo(once);
        assertThat(door.requested).extracting(ReconcileRequest::ticket).containsExactly("t1", "t1");
        assertThat(door.journal.entriesOf(FactDecided.class))
                .extracting(FactDecided::outcome)
                .containsExactly("applied", "unchanged");
    }

    @Test
    void refusedIsStoredWithItsReason() {
        door.holds(Instances.learned());

        var answer = door.post(
                "{'instanceId':'kb-test','generation':2,'status':'REFUSED','reason':'SOLD_OUT','detail':'none left'}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(door.instance("kb-test").status().failure())
                .isEqualTo(new Failure(FailureReason.SOLD_OUT, "none left"));
    }

    @Test
    void aResultForAnotherGenerationIsTooLateAndIsToldWhichOneIsWanted() {
        door.holds(Instances.learned());

        problem(door.post(READY.replace("2,", "1,")), 409, "The result is too late: generation 2 is wanted now.");
        problem(door.post(READY.replace("2,", "3,")), 409, "The result is too late: generation 2 is wanted now.");

        assertThat(door.instance("kb-test")).isEqualTo(Instances.learned());
        assertThat(door.requested).isEmpty();
    }

    @Test
    void readyWithoutAnAddressIsNotEnoughForAnInstanceThatHasNone() {
        door.holds(Instances.learned());

        problem(
                door.post("{'instanceId':'kb-test','generation':2,'status':'READY'}"),
                422,
                "appInfo.frontEndUrl is missing: the buyer has no address yet.");
        assertThat(door.instance("kb-test")).isEqualTo(Instances.learned());
    }

    @Test
    void nobodyKnowsTheInstance() {
        problem(door.post(READY), 404, "No instance of a product has this id.");
        door.holds(Instances.orderedLicense());
        problem(door.post(READY), 404, "No instance of a product has this id.");
    }

    @Test
    void everyFaultIsNamedWithoutWhatWasSent() {
        problem(
                door.post("{'instanceId':'kb-test','generation':2,'status':'DONE','detail':'secret-1'}"),
                422,
                "status must be READY or REFUSED.");
        problem(
                door.post("{'instanceId':'kb-test','status':'READY'}"),
                400,
                "The result cannot be read: at generation.");
        problem(
                door.post("no json, but secret-1"),
                400,
                "The result cannot be read: it is not the JSON that is expected.");
        problem(door.post(""), 400, "The result cannot be read: it is not the JSON that is expected.");
    }

    @Test
    void whoDoesNotHoldTheSecretIsRefused() {
        door.holds(Instances.learned());

        problem(
                door.post(OTHER, READY),
                401,
                "webhook-signature is not of this body: compare the secret, and sign the bytes that are sent.");
        problem(
                door.send(door.request()
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build()),
                401,
                "webhook-id, webhook-timestamp and webhook-signature are needed.");
        problem(
                door.send(door.request()
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", "1000")
                        .header("webhook-signature", "v1,AAAA")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build()),
                401,
                "webhook-timestamp is more than 5 minutes off: compare the clocks.");
        assertThat(door.instance("kb-test")).isEqualTo(Instances.learned());
        assertThat(door.metrics
                        .get("koobridge.signature.rejected")
                        .tag("reason", "signature_mismatch")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** A secret is changed without a gap: the new one signs, both verify. */
    @Tag("promise:product-secret-without-gap")
    @Test
    void eachOfSeveralSecretsIsAccepted() {
        try (var rotating = new Door(List.of(OTHER, Door.SECRET), null, Mono.empty())) {
            rotating.holds(Instances.learned());

            assertThat(rotating.post(Door.SECRET, READY).statusCode()).isEqualTo(204);
            assertThat(rotating.post(OTHER, READY).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void aLargeBodyIsNotRead() {
        problem(door.post("x".repeat(64 * 1024 + 1)), 413, "A result has at most 64 KiB.");
        var unannounced =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(new byte[70_000]));
        problem(door.send(door.request().POST(unannounced).build()), 413, "A result has at most 64 KiB.");
    }

    @Test
    void aBodyThatDoesNotArriveIsGivenUp() throws IOException {
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            slow.getOutputStream()
                    .write("POST /provisioner/v1/results HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"
                            .getBytes(US_ASCII));

            assertThat(new String(slow.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 408")
                    .contains("The body did not arrive in time.");
        }
    }

    /** Whoever opens many connections and sends nothing costs places, not memory, and the places come back. */
    @Tag("promise:connections-are-bounded")
    @Test
    void thoseWhoSendSlowlyCannotBeMoreThanThereArePlaces() throws IOException {
        try (var patient = Door.patient()) {
            patient.holds(Instances.learned());
            var slow = new ArrayList<Socket>();
            // Twice as many as there are places: a question of ours below may take one while these arrive.
            for (int i = 0; i < 256; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), patient.port());
                socket.getOutputStream()
                        .write("POST /provisioner/v1/results HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{"
                                .getBytes(US_ASCII));
                slow.add(socket);
            }

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> patient.post("{}"), answer -> answer.statusCode() == 503);

            for (var socket : slow) {
                socket.close();
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> patient.post(READY), answer -> answer.statusCode() == 204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void resultsAreOnlyPosted(String method) {
        problem(
                door.send(door.request()
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build()),
                405,
                "Results are posted.");
    }

    @Test
    void withoutAProductThereIsNoSuchDoor() {
        try (var template = new Door(List.of(), null, Mono.empty())) {
            problem(template.post(READY), 404, "No product is configured that could send results.");
        }
    }

    @Tag("promise:call-backs-hold")
    @Test
    void aStoreThatIsDownIsToldSoThatTheProductTriesAgain() {
        try (var down = new Door(List.of(Door.SECRET), storeThatIsDown(), Mono.empty())) {
            problem(down.post(READY), 503, "The result could not be stored; send it again.");
        }
    }

    /** What was acknowledged goes on; what may be forgotten is not acknowledged. */
    @Tag("promise:call-backs-hold")
    @Test
    void aBrokerThatIsDownIsToldAndTheRepeatIsTaken() {
        try (var down = new Door(
                List.of(Door.SECRET), null, Mono.error(new org.springframework.kafka.KafkaException("down")))) {
            down.holds(Instances.learned());

            problem(down.post(READY), 503, "The result could not be stored; send it again.");
            assertThat(down.instance("kb-test").phase()).isEqualTo(Phase.ACTIVE);
        }
    }

    @SuppressWarnings("unchecked")
    private static LedgerStore<Instance> storeThatIsDown() {
        return (LedgerStore<Instance>) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (_, _, _) -> Mono.error(new MongoTimeoutException("down")));
    }

    private static void problem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Json.mapper().readTree(answer.body()).path("detail").asString())
                .isEqualTo(detail);
        assertThat(answer.body()).doesNotContain("secret-1");
    }
}

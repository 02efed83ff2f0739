package io.koobridge.license.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.events.license.LicenseSnapshot;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.license.Applications;
import io.koobridge.license.Licenses;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.Progress;
import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.Records;
import io.koobridge.testkit.TestBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;

/** The whole service with a real broker and the wire-compatible store, a licence server and a marketplace. */
@Timeout(180)
class LivesOfLicencesTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int PUBLIC = FreePorts.next();
    private static final int INTERNAL = FreePorts.next();

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final List<JsonNode> CALLS = new CopyOnWriteArrayList<>();
    private static final List<String> UPLOADS = new CopyOnWriteArrayList<>();
    private static final Set<String> REFUSED_UPLOADS = ConcurrentHashMap.newKeySet();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static FakeServer licenseServer;
    private static FakeServer marketplace;
    private static ConfigurableApplicationContext service;
    private static Facts facts;

    private final String event = "event-" + UUID.randomUUID();
    private final String id = Facts.id(event);

    @BeforeAll
    static void start() {
        licenseServer = new FakeServer(request -> {
            var call = Json.mapper().readTree(request.body());
            CALLS.add(call);
            var asked = call.get("licenseId").stringValue();
            return Response.ok(
                    call.get("call").stringValue().equals("REVOKE")
                            ? "{\"status\":\"REVOKED\"}"
                            : ANSWERS.getOrDefault(asked, issued(asked)));
        });
        marketplace = new FakeServer(request -> {
            UPLOADS.add(request.path() + " " + request.body());
            return new Response(REFUSED_UPLOADS.contains(request.path().substring(1)) ? 422 : 200, "");
        });
        var settings = new HashMap<>(LicenseArguments.licenseServer(licenseServer.url()));
        settings.put(Outside.MARKETPLACE, marketplace.url());
        System.clearProperty("spring.kafka.bootstrap-servers");
        service = Outside.start(LicenseArguments.of(PUBLIC, INTERNAL, settings));
        facts = new Facts();
    }

    @AfterAll
    static void stop() {
        facts.close();
        service.close();
        licenseServer.close();
        marketplace.close();
        HTTP.close();
    }

    @Tag("promise:one-licence")
    @Test
    void anApplicationIsIssuedOnceAndUploadedOnceMoreForEachRepetition() {
        facts.applied(event, "f1-" + event);
        await().atMost(SOON).until(() -> uploads() == 1);
        await().atMost(SOON).until(() -> progress().delivered());

        facts.applied(event, "f1-" + event);
        facts.applied(event, "f2-" + event);

        await().atMost(SOON).until(() -> uploads() == 2);
        assertThat(UPLOADS.stream().filter(upload -> upload.contains(event)))
                .containsOnly("/%s L-%s".formatted(event, id));
        assertThat(calls("ISSUE")).hasSize(1);
    }

    @Test
    void theIssuerIsToldTheWholeOrderAndTheWorldWhatBecameOfIt() {
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.DELIVERED));

        var call = calls("ISSUE").getFirst();
        assertThat(call.get("instanceId").stringValue()).isEqualTo(Applications.INSTANCE);
        assertThat(call.get("eventId").stringValue()).isEqualTo(event);
        assertThat(call.get("quantity").longValue()).isEqualTo(1);
        assertThat(call.get("customer").get("id").stringValue()).isEqualTo("customer-1");
        var told = snapshot();
        assertThat(told.eventId()).isEqualTo(event);
        assertThat(told.order()).isEqualTo(Applications.ORDER);
        assertThat(told.deliveredAt()).isNotNull();
        assertThat(told.failure()).isNull();
    }

    @Test
    void whatTheLicenceServerWorksOnIsAskedForWhenItSaysSo() throws Exception {
        ANSWERS.put(id, "{\"status\":\"WORKING\",\"retryAfterSeconds\":3600}");
        facts.applied(event);
        await().atMost(SOON).until(() -> !calls("ISSUE").isEmpty());
        ANSWERS.remove(id);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(result("{\"licenseId\":\"%s\"}".formatted(id))).isEqualTo(204);
            assertThat(uploads()).isEqualTo(1);
        });

        assertThat(result("{\"licenseId\":\"licunknown\"}")).isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsAFindingAndIsTriedAgainWhenSomebodyAppliesAgain() {
        ANSWERS.put(id, "{\"status\":\"REFUSED\",\"reason\":\"no such device\"}");
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.REFUSED));
        assertThat(snapshot().failure()).isEqualTo("issuer: no such device");
        await().atMost(SOON).until(() -> internal("/internal/findings").contains(id));
        ANSWERS.remove(id);

        facts.applied(event);

        await().atMost(SOON).until(() -> uploads() == 1);
    }

    @Test
    void anOperatorHasARefusedLicenceTriedAgain() throws Exception {
        ANSWERS.put(id, "{\"status\":\"REFUSED\"}");
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.REFUSED));
        ANSWERS.remove(id);

        // Right after the refusal was told, its work is still being put down.
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        done("/internal/work/applications/%s:retry".formatted(id), "the server is mended"))
                .isEqualTo(200));

        await().atMost(SOON).until(() -> uploads() == 1);
    }

    @Tag("promise:exact-quota")
    @Test
    void anOperatorFreesAPlaceThatWasKept() throws Exception {
        REFUSED_UPLOADS.add(event);
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.REFUSED));
        assertThat(progress().placed()).isTrue();
        var path = "/internal/applications/%s:free-place".formatted(id);
        assertThat(done(path, "")).isEqualTo(400);
        assertThat(done("/internal/applications/nobody:free-place", "seen")).isEqualTo(404);

        await().atMost(SOON).untilAsserted(() -> assertThat(done(path, "not in the Seller Console"))
                .isEqualTo(200));

        await().atMost(SOON).untilAsserted(() -> assertThat(progress().placed()).isFalse());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(snapshot().failure()).endsWith("a person freed its place"));
        assertThat(done(path, "once more")).as("it has none").isEqualTo(409);
        REFUSED_UPLOADS.remove(event);
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.DELIVERED));
        assertThat(done(path, "too late")).as("the customer has it").isEqualTo(409);
    }

    private Progress progress() {
        return Objects.requireNonNull(book().progress(id).block());
    }

    /** What an operator does, and the status of its answer. */
    private static int done(String path, String why) throws Exception {
        var deed = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"why\":\"%s\"}".formatted(why)))
                .build();
        return HTTP.send(deed, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aReleaseTakesBackWhatWasIssued() {
        facts.applied(event);
        await().atMost(SOON).until(() -> uploads() == 1);

        // The licences of the other tests, which share the instance, are taken back with it.
        book().revoked(Applications.INSTANCE).block();

        await().atMost(SOON).until(() -> calls("REVOKE").size() == 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(snapshot().phase()).isEqualTo(LicensePhase.REVOKED));
    }

    @Test
    void aPurchaseIsAnsweredWithItsLicence() throws Exception {
        var purchase = LicenseIds.ofPurchase(Applications.INSTANCE);
        ANSWERS.put(purchase, "{\"status\":\"ISSUED\",\"fileName\":\"x.lic\",\"contentBase64\":\"TElD\"}");
        book().ordered(Applications.instance(Phase.ACTIVE, Applications.ORDER, LicenseDelivery.WITH_PURCHASE))
                .block();
        assertThat(awaited(15_000).get("refused").booleanValue()).as("a file").isTrue();
        ANSWERS.put(purchase, "{\"status\":\"ISSUED\",\"license\":\"LIC-V1\"}");

        var answer = awaited(15_000);

        assertThat(answer.get("license").stringValue()).isEqualTo("LIC-V1");
        assertThat(answer.get("refused").booleanValue()).isFalse();
        var call = CALLS.stream()
                .filter(each -> each.get("licenseId").stringValue().equals(purchase))
                .findFirst()
                .orElseThrow();
        assertThat(call.get("quantity").longValue()).as("as bought").isEqualTo(7);
        assertThat(call.has("eventId")).isFalse();
    }

    /** Nobody tells the marketplace that there is another licence; whoever asks for the purchase again gets it (license §7). */
    @Test
    void aPurchaseThatWasRenewedIsAnsweredWithALicenceUntilTheNewEnd() {
        var instance = "kb-" + UUID.randomUUID();
        var bought = Licenses.active(instance).delivery(LicenseDelivery.WITH_PURCHASE);
        told(bought.snapshot());
        answered(instance, LicenseIds.ofPurchase(instance));

        var end = Licenses.EXPIRY.plus(Duration.ofDays(365));
        told(bought.inForce(Licenses.RENEWAL, Licenses.after(Duration.ofDays(300)))
                .paid(ChargingMode.PERIOD, end)
                .snapshot());

        var renewal = LicenseIds.ofRenewal(instance, Licenses.RENEWAL);
        answered(instance, renewal);
        assertThat(CALLS)
                .filteredOn(call -> call.get("licenseId").stringValue().equals(renewal))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.get("expiresAt").stringValue()).isEqualTo(end.toString()));
    }

    /** One that was imported has no licence of ours. */
    @Test
    void nothingIsWaitedForAfterARelease() throws Exception {
        var instance = "kb-" + UUID.randomUUID();
        told(Licenses.active(instance)
                .delivery(LicenseDelivery.WITH_PURCHASE)
                .phase(Phase.RELEASED)
                .snapshot());

        var answer = awaited(instance, 15_000);

        assertThat(answer.hasNonNull("license")).isFalse();
        assertThat(answer.get("refused").booleanValue()).isTrue();
    }

    /** As when provisioning published it; here nobody listens to that. */
    private void told(InstanceSnapshot snapshot) {
        var module = service.<LedgerModule<InstanceSnapshot, KnownInstance>>getBeanProvider(
                        ResolvableType.forClassWithGenerics(
                                LedgerModule.class, InstanceSnapshot.class, KnownInstance.class))
                .getObject();
        module.ledger()
                .apply(snapshot.instanceId(), current -> KnownInstance.told(current, snapshot))
                .block();
        var instance = new KnownInstance(snapshot);
        if (instance.licenceDue()) {
            book().ordered(instance).block();
        }
    }

    private static void answered(String instance, String licenseId) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        awaited(instance, 1_000).path("license").asString(""))
                .isEqualTo("L-" + licenseId));
    }

    @Test
    void theNumbersAreThere() {
        facts.applied(event);
        await().atMost(SOON).untilAsserted(() -> assertThat(internal("/actuator/prometheus"))
                .contains("koobridge_licenses{", "phase=\"DELIVERED\"")
                .contains("koobridge_license_undelivered_oldest_seconds"));
    }

    private static String issued(String licenseId) {
        return "{\"status\":\"ISSUED\",\"license\":\"L-%s\"}".formatted(licenseId);
    }

    private ApplicationBook book() {
        return service.getBean(ApplicationBook.class);
    }

    private long uploads() {
        return UPLOADS.stream().filter(upload -> upload.contains(event)).count();
    }

    private List<JsonNode> calls(String call) {
        return CALLS.stream()
                .filter(each -> each.get("licenseId").stringValue().equals(id))
                .filter(each -> each.get("call").stringValue().equals(call))
                .toList();
    }

    /** What the world was told last; fails while it was told nothing. */
    private LicenseSnapshot snapshot() {
        var codec = new EventCodec<>(EventFamily.LICENSE_STATES);
        var last = Records.readUntil(
                        TestBroker.shared().bootstrapServers(),
                        Topics.LICENSE_STATES.name(),
                        Duration.ofSeconds(10),
                        records -> records.stream().anyMatch(record -> id.equals(record.key())))
                .stream()
                .filter(record -> id.equals(record.key()))
                .reduce((_, next) -> next)
                .orElseThrow();
        var headers = new HashMap<String, String>();
        last.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        if (codec.decode(headers, last.value()) instanceof Decoded.Intact<LicenseSnapshot>(var told)) {
            return told.data();
        }
        throw new AssertionError("an unreadable snapshot");
    }

    /** What the licence server says by itself. */
    private static int result(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/license-results".formatted(PUBLIC)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        new WebhookSigner(WebhookSecret.parse(LicenseArguments.SECRET))
                .sign("m1", Instant.now(), body.getBytes(UTF_8))
                .forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static JsonNode awaited(long millis) throws Exception {
        return awaited(Applications.INSTANCE, millis);
    }

    private static JsonNode awaited(String instance, long millis) throws Exception {
        var question = "{\"instanceId\":\"%s\",\"waitMillis\":%d}".formatted(instance, millis);
        var answer = HTTP.send(
                request("/internal/licenses:await")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static String internal(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(INTERNAL, path)))
                .header("Authorization", "Bearer " + LicenseArguments.TOKEN);
    }
}

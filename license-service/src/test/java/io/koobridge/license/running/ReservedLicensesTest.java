package io.koobridge.license.running;

import static io.koobridge.license.Licenses.EXPIRY;
import static io.koobridge.license.Licenses.active;
import static io.koobridge.license.Licenses.application;
import static io.koobridge.license.Licenses.licenseId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.topic.Topics;
import io.koobridge.license.Licenses;
import io.koobridge.license.RecordingBook;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestStore;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** The running service, which learns its instances from provisioning's states over real Kafka. */
class ReservedLicensesTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STORE = TestStore.shared().freshConnectionString(ReservedLicensesTest.class);
    private static final LicenseReservation RESERVED = LicenseReservation.of(Verdict.RESERVED);
    private static final RecordingBook BOOK = new RecordingBook();

    private static MutableClock clock;
    private static RunningLicenses service;

    private final String id = InstanceIds.derive(
            "seller", InstanceKind.LICENSE, new OrderKey(UUID.randomUUID().toString(), null, null));

    @BeforeAll
    static void start() {
        clock = MutableClock.at(Licenses.ORDERED);
        service = new RunningLicenses(
                BOOK,
                clock,
                Map.of(
                        "spring.mongodb.uri", STORE,
                        "koobridge.license.reservation.check-interval", "1s",
                        "koobridge.license.products.BOUND.device-bound", "true",
                        "koobridge.license.products.PACK.licenses", "3"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private LicenseReservation reserve(String eventId) {
        return reserve(application(id, eventId));
    }

    private static LicenseReservation reserve(LicenseApplied application) {
        return service.reserve(application, clock.instant());
    }

    /** Told, and known: what comes behind it is not decided before it. */
    private void known(Licenses.Told told) {
        service.publish(told.snapshot());
        var stored = "\"version\": %d".formatted(told.version());
        await().atMost(SOON).until(() -> String.valueOf(document(told.id())).contains(stored));
    }

    private static @Nullable String document(String instanceId) {
        var uri = new ConnectionString(STORE);
        try (var client = MongoClients.create(uri)) {
            return Flux.from(client.getDatabase(String.valueOf(uri.getDatabase()))
                            .getCollection("instances")
                            .find(new Document("_id", instanceId)))
                    .map(found -> found.get("state", Document.class).toJson())
                    .blockFirst(SOON);
        }
    }

    @Test
    void anInstanceIsKnownOnceProvisioningHasToldOfIt() {
        assertThat(reserve("e1")).isEqualTo(LicenseReservation.of(Verdict.NOT_YET));

        known(active(id));

        assertThat(reserve("e1")).isEqualTo(RESERVED);
        BOOK.deliver(licenseId(application(id, "e1")));
        assertThat(reserve("e1")).isEqualTo(LicenseReservation.of(Verdict.DELIVERED));
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void howTheBuyerCanBeReachedIsNotStored() {
        known(active(id));

        assertThat(document(id)).contains("Example Ltd").doesNotContain("\"ciphertext\"");
    }

    @Test
    void whatIsNoLicenceIsNotStored() {
        var saas = InstanceIds.derive("seller", InstanceKind.SAAS, Licenses.ORDER) + id;
        var before = decided("unchanged");

        service.publish(active(saas).kind(InstanceKind.SAAS).snapshot());

        await().atMost(SOON).until(() -> decided("unchanged") > before);
        assertThat(document(saas)).isNull();
    }

    @Test
    void anOlderSnapshotThatComesLaterCountsNoMore() {
        known(active(id).phase(Phase.FROZEN));
        var before = decided("stale");

        service.publish(active(id).snapshot());

        await().atMost(SOON).until(() -> decided("stale") > before);
        assertThat(reserve("e1")).isEqualTo(LicenseReservation.refused(Reason.OUTSIDE_TERM));
    }

    @Test
    void aLicenceThatComesWithThePurchaseIsOrdered() {
        known(active(id).delivery(LicenseDelivery.WITH_PURCHASE));

        await().atMost(SOON).until(() -> BOOK.ordered().contains(id));
        assertThat(BOOK.revoked()).doesNotContain(id);
    }

    @Test
    void aReleaseRevokesWhatWasIssuedAndEndsApplications() {
        known(active(id));
        assertThat(reserve("e1")).isEqualTo(RESERVED);

        known(active(id).phase(Phase.RELEASED));

        await().atMost(SOON).until(() -> BOOK.revoked().contains(id));
        assertThat(reserve("e1")).isEqualTo(LicenseReservation.refused(Reason.RELEASED));
    }

    @Tag("promise:exact-quota")
    @Test
    void aRenewalBringsItsOwnLicencesAndThoseOfBeforeKeepTheirs() {
        known(active(id).quantity(1L));
        assertThat(reserve("e1")).isEqualTo(RESERVED);
        assertThat(reserve("e2")).isEqualTo(LicenseReservation.refused(Reason.QUOTA_USED_UP));

        known(active(id).quantity(1L).inForce(Licenses.RENEWAL, clock.instant()));

        var start = clock.instant();
        assertThat(reserve("e1")).isEqualTo(RESERVED);
        assertThat(reserve(new LicenseApplied(id, "e2", null, start, EXPIRY))).isEqualTo(RESERVED);
        assertThat(reserve(new LicenseApplied(id, "e3", null, start, EXPIRY)))
                .isEqualTo(LicenseReservation.refused(Reason.QUOTA_USED_UP));
    }

    @Tag("promise:exact-quota")
    @Test
    void whatWasReservedAndNeverStoredIsFreeAfterAnHour() {
        known(active(id).quantity(1L));
        assertThat(reserve("lost")).isEqualTo(RESERVED);
        assertThat(reserve("next")).isEqualTo(LicenseReservation.refused(Reason.QUOTA_USED_UP));

        clock.advance(Duration.ofMinutes(61));

        await().atMost(SOON).until(() -> reserve("next").equals(RESERVED));
    }

    @Test
    void theSellerSettlesWhatAProductsLicencesNeedAndHowManyThereAre() {
        service.publish(active(id).of("PACK").snapshot());
        await().atMost(SOON).until(() -> reserve("e1").equals(RESERVED));
        assertThat(reserve("e2")).isEqualTo(RESERVED);
        assertThat(reserve("e3")).isEqualTo(RESERVED);
        assertThat(reserve("e4")).isEqualTo(LicenseReservation.refused(Reason.QUOTA_USED_UP));

        var bound = id + "b";
        service.publish(active(bound).of("BOUND").snapshot());
        var without = new LicenseApplied(bound, "e1", "", clock.instant(), EXPIRY);
        await().atMost(SOON)
                .until(() -> reserve(without).equals(LicenseReservation.refused(Reason.FINGERPRINT_MISSING)));
    }

    @Test
    void aStateThatNobodyCanReadIsPutAside() {
        var key = "instance-" + UUID.randomUUID();
        service.send(new ProducerRecord<>(Topics.INSTANCE_STATES.name(), key, "no event".getBytes(UTF_8)));

        await().atMost(SOON).until(() -> service.get("/internal/dead-letters").contains(key));
    }

    @Test
    void placesAndAnswersAreCounted() {
        known(active(id));
        reserve("e1");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(value("koobridge_license_applications_total{", "outcome=\"reserved\""))
                    .isPositive();
            assertThat(value("koobridge_license_slots{", "state=\"reserved\"")).isPositive();
            assertThat(value("koobridge_license_slots{", "state=\"taken\"")).isZero();
        });
    }

    private static double value(String name, String label) {
        return service.get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "[]",
                "{\"questions\":[{}]}",
                "{\"questions\":[{\"application\":null,\"asOf\":null}]}"
            })
    void aQuestionThatIsNoneIsABadRequest(String body) {
        assertThat(service.post("/internal/licenses:reserve", body).statusCode())
                .isEqualTo(400);
    }

    private static double decided(String outcome) {
        return Pattern.compile("koobridge_facts_total\\{.*outcome=\"%s\".*} (\\S+)".formatted(outcome))
                .matcher(service.get("/actuator/prometheus"))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}

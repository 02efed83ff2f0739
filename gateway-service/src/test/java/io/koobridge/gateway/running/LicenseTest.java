package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.LicenseIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Online License on its own address, with a real broker (license §3). */
class LicenseTest extends LicenseGatewayTest {

    private static final LicenseReservation DELIVERED = LicenseReservation.of(Verdict.DELIVERED);

    @Tag("promise:stored-before-answered")
    @Test
    void aPurchaseIsDoneAtOnceAlsoWhileItIsProvisioned() {
        var order = new OrderKey(orderId, orderId + "-1", null);
        var id = InstanceIds.derive(RunningGateway.SELLER, InstanceKind.LICENSE, order);

        var reply = license(purchase());

        assertThat(reply.text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"%s\"}".formatted(id));
        assertThat(StoredFacts.read(id)).singleElement().satisfies(fact -> {
            assertThat(fact.data())
                    .isEqualTo(new InstancePurchased(
                            InstanceKind.LICENSE, order, null, null, LicenseDelivery.ON_APPLICATION));
            assertThat(fact.source()).isEqualTo(LicenseSettings.PATH);
        });
        assertThat(PROVISIONING.resolutions())
                .containsExactly(new InstanceResolution.Question(InstanceKind.LICENSE, order));
        assertThat(LICENSES.asked()).isZero();
    }

    @Test
    void anImportedInstanceKeepsItsId() {
        PROVISIONING.resolves(_ -> new InstanceResolution("imported", Phase.PROVISIONING, false, null));

        assertThat(license(purchase()).json().path("instanceId").asString()).isEqualTo("imported");
    }

    @ParameterizedTest
    @CsvSource({"RENEWAL", "RENEWAL_CHANGE", "TRIAL_TO_FORMAL", "UNSUBSCRIBE_RENEWAL_PERIOD"})
    void aRefreshIsStored(TermChange scene) {
        var reply = license("""
                {"activity":"refreshInstance","scene":"%s","expireTime":"20280101155959","instanceId":"%s","orderId":"%s",\
                "orderLineId":"L","productId":"OFFI7"}""".formatted(scene, instanceId, orderId));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(StoredFacts.read(instanceId)).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(new TermChanged(
                        scene,
                        new OrderKey(orderId, "L", null),
                        "OFFI7",
                        Instant.parse("2028-01-01T15:59:59Z"),
                        false)));
    }

    @Test
    void aFreezeAndAReleaseAreStored() {
        assertThat(license("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"%s\",\"status\":\"FREEZE\"}"
                                .formatted(instanceId))
                        .code())
                .isEqualTo("000000");
        assertThat(license("{\"activity\":\"releaseInstance\",\"instanceId\":\"%s\"}".formatted(instanceId))
                        .code())
                .isEqualTo("000000");

        assertThat(StoredFacts.read(instanceId))
                .extracting(fact -> (Object) fact.data())
                .containsExactly(new InstanceFrozen(), new InstanceReleased(null));
    }

    @Test
    void whatProvisioningRefusesIsNotStored() {
        PROVISIONING.admits(new Admission("refused", Reason.UNKNOWN_INSTANCE, null));

        var reply = license("{\"activity\":\"releaseInstance\",\"instanceId\":\"%s\"}".formatted(instanceId));

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"the instance does not exist\"}");
        assertThat(StoredFacts.about(instanceId)).isEmpty();
    }

    @Test
    void anApplicationTakesAPlaceAndIsStored() {
        var applied = new LicenseApplied(
                instanceId,
                "e-1",
                "0A:1B|SSD||CPU",
                Instant.parse("2026-01-05T00:00:00Z"),
                Instant.parse("2027-01-05T00:00:00Z"));
        var call = Call.of(CLOCK, application("e-1"))
                .withPath(LicenseSettings.PATH)
                .withKey(LicenseSettings.KEY);

        var reply = Connection.exchange(GATEWAY.port(), call.bytes()).isProper(LicenseSettings.KEY);

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000004\",\"resultMsg\":\"being processed\"}");
        assertThat(LICENSES.reservations()).containsExactly(new LicenseReservation.Question(applied, VECTORS));
        assertThat(StoredFacts.ofLicense(LicenseIds.ofApplication(instanceId, "e-1", "0A:1B|SSD||CPU")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.data()).isEqualTo(applied);
                    assertThat(fact.id())
                            .isEqualTo(FactIds.ofCall("license", "license-1", call.nonce(), call.timestamp()));
                    assertThat(fact.asOf()).isEqualTo(VECTORS);
                });
        assertThat(GATEWAY.journal().entriesAbout(instanceId)).hasSize(1);
    }

    @Test
    void eachApplicationIsAFactOfItsOwnAlsoWhenItWasDelivered() {
        LICENSES.reserves(DELIVERED);

        assertThat(license(application("e-2")).code()).isEqualTo("000000");
        assertThat(license(application("e-2")).code()).isEqualTo("000000");

        assertThat(StoredFacts.ofLicense(LicenseIds.ofApplication(instanceId, "e-2", "0A:1B|SSD||CPU")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Tag("promise:edition-codes")
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_INSTANCE,    000003",
        "RELEASED,            000003",
        "QUOTA_USED_UP,       000900",
        "OUTSIDE_TERM,        000901",
        "EXPIRY_MISSING,      000902",
        "FINGERPRINT_MISSING, 000903",
    })
    void anApplicationThatIsRefusedIsNotStored(Reason reason, String code) {
        LICENSES.reserves(LicenseReservation.refused(reason));
        double before = needingRestart("getLicenseAsync");

        assertThat(license(application("e-3")).code()).isEqualTo(code);

        assertThat(StoredFacts.ofLicense(LicenseIds.ofApplication(instanceId, "e-3", "0A:1B|SSD||CPU")))
                .isEmpty();
        assertThat(needingRestart("getLicenseAsync")).isEqualTo(before);
    }

    @Test
    void whatIsNotKnownYetNeedsSomebodyToRestartIt() {
        LICENSES.reserves(LicenseReservation.of(Verdict.NOT_YET));
        double before = needingRestart("getLicenseAsync");

        assertThat(license(application("e-4")).code()).isEqualTo("000005");

        assertThat(lastJournaled().verdict()).isEqualTo("not_yet");
        assertThat(lastJournaled().needsRestart()).isTrue();
        assertThat(needingRestart("getLicenseAsync")).isEqualTo(before + 1);
        assertThat(StoredFacts.ofLicense(LicenseIds.ofApplication(instanceId, "e-4", "0A:1B|SSD||CPU")))
                .isEmpty();
    }

    @Test
    void aFingerprintOfFiveKibibytesArrivesAsItIs() {
        var print = "设".repeat(2_560) + "x".repeat(2_560);
        var body = application("e-5").replace("0A:1B|SSD||CPU", print);

        assertThat(license(body).code()).isEqualTo("000004");
        assertThat(LICENSES.reservations()).singleElement().satisfies(question -> assertThat(
                        question.application().fingerprint())
                .isEqualTo(print));
        assertThat(license(application("e-5").replace("0A:1B|SSD||CPU", "x".repeat(8_193)))
                        .text())
                .isEqualTo(
                        "{\"resultCode\":\"000002\",\"resultMsg\":\"deviceFingerprint is not a text of at most 8192 characters\"}");
    }

    @Test
    void aQueryIsTolerated() {
        PROVISIONING.knows(new View(instanceId, Phase.ACTIVE, null, null, null));

        assertThat(license("{\"activity\":\"queryInstance\",\"instanceId\":\"%s,nobody\"}".formatted(instanceId))
                        .text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"info\":[{\"instanceId\":\"%s\"}]}"
                        .formatted(instanceId));
        assertThat(PROVISIONING.queries()).singleElement().satisfies(query -> assertThat(query.kind())
                .isEqualTo(InstanceKind.LICENSE));
    }

    @Test
    void anUpgradeIsNotPossible() {
        assertThat(license("{\"activity\":\"upgradeInstance\",\"instanceId\":\"%s\",\"orderId\":\"o\"}"
                                .formatted(instanceId))
                        .text())
                .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"activity is unknown\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "newInstance",
        "refreshInstance",
        "updateInstanceStatus",
        "releaseInstance",
        "getLicenseAsync",
        "queryInstance",
    })
    void aDebuggingCallTouchesNothing(String activity) {
        var reply = license("""
                {"activity":"%s","instanceId":"123456789","orderId":"123456789","orderLineId":"123456789","eventId":"123456789",\
                "testFlag":"1"}""".formatted(activity));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(lastJournaled().verdict()).isEqualTo("rehearsed");
        assertThat(PROVISIONING.asked() + LICENSES.asked()).isZero();
        assertThat(StoredFacts.about("123456789")).isEmpty();
    }

    @Test
    void aKeyOfAnotherAddressVerifiesNothing() {
        var call = Call.of(CLOCK, application("e-6"))
                .withPath(LicenseSettings.PATH)
                .withKey(LicenseSettings.CODE_KEY);

        var reply = Connection.exchange(GATEWAY.port(), call.bytes()).isProper(LicenseSettings.KEY);

        assertThat(reply.code()).isEqualTo("000001");
        assertThat(LICENSES.asked()).isZero();
    }

    private String purchase() {
        return "{\"activity\":\"newInstance\",\"businessId\":\"b\",\"orderId\":\"%1$s\",\"orderLineId\":\"%1$s-1\"}"
                .formatted(orderId);
    }
}

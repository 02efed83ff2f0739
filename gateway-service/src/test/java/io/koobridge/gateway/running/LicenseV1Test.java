package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** License 1.0 on the address of licences, with a real broker (license §7). */
class LicenseV1Test extends LicenseGatewayTest {

    /** license §7, byte for byte. */
    @Test
    void theVectorIsAnsweredWithItsLicense() {
        LICENSES.awaits(_ -> new PurchasedLicense("LIC-DEMO-1", false));
        var query =
                "activity=getLicense&amount=3&businessId=biz-0001&customerId=688055390f3049f283fe9f1aa90f0001&orderId=CS2601010009LICV1&productId=OFFI700000000000000003&timeStamp=20260101000000000&authToken=aherhMpLIqK8Kqe8Cmo8DjQR0vSRUmAdjwTjDF6KNh0%3D";
        var id = derived("CS2601010009LICV1");

        var reply = Connection.exchange(GATEWAY.port(), new V1Call(LicenseSettings.PATH, query).bytes())
                .isProperV1(LicenseSettings.V1_KEY);

        assertThat(reply.text())
                .isEqualTo(
                        "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"%s\",\"license\":\"LIC-DEMO-1\"}"
                                .formatted(id));
        assertThat(LICENSES.awaits()).containsExactly(new PurchasedLicense.Wait(id, 1_000));
    }

    @Tag("promise:stored-before-answered")
    @Test
    void aPurchaseIsStoredWithWhatWasBoughtAndARepetitionIsTheSameFact() {
        LICENSES.awaits(_ -> new PurchasedLicense("LIC-1", false));

        assertThat(v1(buy()).body()).isEqualTo(v1(buy()).body());

        assertThat(StoredFacts.read(derived(orderId)))
                .hasSize(2)
                .allSatisfy(
                        fact -> assertThat(fact.data()).isInstanceOfSatisfying(InstancePurchased.class, purchased -> {
                            assertThat(purchased.kind()).isEqualTo(InstanceKind.LICENSE);
                            assertThat(purchased.delivery()).isEqualTo(LicenseDelivery.WITH_PURCHASE);
                            assertThat(purchased.bought()).isNotNull();
                        }))
                .extracting(fact -> fact.id())
                .containsOnly(io.koobridge.events.FactIds.ofPurchase(
                        InstanceKind.LICENSE, new OrderKey(orderId, null, null)));
    }

    @Test
    void aLicenseThatIsNotThereInTimeComesLater() {
        assertThat(v1(buy()).text())
                .isEqualTo("{\"resultCode\":\"000004\",\"resultMsg\":\"being processed\",\"instanceId\":\"%s\"}"
                        .formatted(derived(orderId)));

        LICENSES.failing();

        assertThat(v1(buy()).code()).isEqualTo("000004");
    }

    @Test
    void aLicenseThatIsRefusedForGoodIsAnError() {
        LICENSES.awaits(_ -> new PurchasedLicense(null, true));

        assertThat(v1(buy()).code()).isEqualTo("000005");
        assertThat(lastJournaled().needsRestart()).isFalse();
    }

    @Test
    void aRenewalAnExpiryAndAReleaseAreStored() {
        assertThat(
                        v1("activity=refreshLicense&instanceId=%s&orderId=%s&expireTime=20280101000000&periodType=year&periodNumber=1"
                                        .formatted(instanceId, orderId))
                                .code())
                .isEqualTo("000000");
        assertThat(v1("activity=expireLicense&instanceId=%s&orderId=%s".formatted(instanceId, orderId))
                        .code())
                .isEqualTo("000000");
        assertThat(v1("activity=releaseLicense&instanceId=%s&orderId=%s".formatted(instanceId, orderId))
                        .code())
                .isEqualTo("000000");

        var facts = StoredFacts.read(instanceId);
        assertThat(facts).hasSize(3);
        assertThat(facts.getFirst().data()).isInstanceOfSatisfying(TermChanged.class, changed -> {
            assertThat(changed.thaws()).isTrue();
            assertThat(changed.expiresAt()).isEqualTo("2028-01-01T00:00:00Z");
            assertThat(changed.bought()).isNotNull();
        });
        assertThat(facts.get(1).data()).isEqualTo(new InstanceFrozen());
        assertThat(facts.getLast().data()).isEqualTo(new InstanceReleased(new OrderKey(orderId, null, null)));
    }

    @Test
    void whatProvisioningRefusesIsNotStored() {
        PROVISIONING.admits(new Admission("refused", Reason.RELEASED, null));

        assertThat(v1("activity=releaseLicense&instanceId=%s&orderId=o".formatted(instanceId))
                        .code())
                .isEqualTo("000003");
        assertThat(StoredFacts.about(instanceId)).isEmpty();
    }

    @Tag("promise:edition-codes")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "newInstance",
                "refreshInstance",
                "expireInstance",
                "releaseInstance",
                "upgrade",
                "instanceStatus"
            })
    void theActivitiesOfSaasAreNoneHere(String activity) {
        assertThat(v1("activity=%s&instanceId=i&orderId=o&expireTime=20280101000000".formatted(activity))
                        .text())
                .isEqualTo("{\"resultCode\":\"000002\",\"resultMsg\":\"activity is unknown\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getLicense", "refreshLicense", "expireLicense", "releaseLicense"})
    void theActivitiesOfLicensesAreNoneThere(String activity) {
        var call = V1Call.of("activity=%s&instanceId=i&orderId=o&expireTime=20280101000000".formatted(activity));

        assertThat(Connection.exchange(GATEWAY.port(), call.bytes())
                        .isProperV1(RunningGateway.V1_KEY)
                        .code())
                .isEqualTo("000002");
        assertThat(PROVISIONING.asked() + LICENSES.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getLicense", "refreshLicense", "expireLicense", "releaseLicense"})
    void aDebuggingCallTouchesNothing(String activity) {
        var reply = v1("activity=%s&instanceId=123456789&orderId=123456789&testFlag=1".formatted(activity));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(reply.json().has("license")).isEqualTo(activity.equals("getLicense"));
        assertThat(PROVISIONING.asked() + LICENSES.asked()).isZero();
    }

    @Tag("promise:only-the-signed")
    @Test
    void aTokenOfAnotherKeyIsNone() {
        var call = V1Call.of(buy()).withPath(LicenseSettings.PATH);

        assertThat(Connection.exchange(GATEWAY.port(), call.bytes())
                        .isProperV1(LicenseSettings.V1_KEY)
                        .code())
                .isEqualTo("000001");
        assertThat(LICENSES.asked()).isZero();
    }

    private String buy() {
        return "activity=getLicense&businessId=b-1&orderId=%s&productId=OFFI7&amount=3&expireTime=20270101000000"
                .formatted(orderId);
    }

    private static String derived(String order) {
        return InstanceIds.derive(RunningGateway.SELLER, InstanceKind.LICENSE, new OrderKey(order, null, null));
    }
}

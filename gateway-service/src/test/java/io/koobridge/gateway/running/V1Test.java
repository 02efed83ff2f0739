package io.koobridge.gateway.running;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.dialect.v1.V1Vectors;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** SaaS V1 on the address that speaks V2 too. */
class V1Test extends GatewayTest {

    private static final AppInfo ACCESS = new AppInfo("https://app.example.com/t/1", null, "admin", "Init-3141", "备注");

    @Test
    void aPurchaseIsStoredWithWhatWasBought() {
        var order = new OrderKey("CS-V1", null, null);
        var id = derived(order);

        var reply = proper(V1Call.newInstance("CS-V1"));

        assertThat(reply.text()).isEqualTo("""
                {"resultCode":"000004","resultMsg":"being provisioned","instanceId":"%s"}""".formatted(id));
        assertThat(StoredFacts.read(id)).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofPurchase(InstanceKind.SAAS, order));
            assertThat(fact.asOf()).isEqualTo("2024-10-27T03:33:20.123Z");
            var purchase = (InstancePurchased) fact.data();
            assertThat(purchase.access()).isEqualTo(AccessForm.ENCRYPTED);
            var bought = requireNonNull(purchase.bought());
            assertThat(requireNonNull(bought.product()).quantity()).isEqualTo(20);
            assertThat(bought.expiresAt()).isEqualTo(Instant.parse("2027-03-31T15:59:59Z"));
        });
        assertThat(PROVISIONING.glances()).containsExactly(new InstanceResolution.Question(InstanceKind.SAAS, order));
        assertThat(PROVISIONING.awaits()).containsExactly(new OrderedInstance.Wait(InstanceKind.SAAS, order, 12_000));
    }

    @Test
    void anInstanceThatIsReadyTellsHowToGetInEncrypted() {
        PROVISIONING.awaits(_ -> new OrderedInstance(new View("i-v1-ready", Phase.ACTIVE, ACCESS, null, null)));

        var answer = proper(V1Call.newInstance("CS-READY")).json();

        assertThat(answer.path("resultCode").asString()).isEqualTo("000000");
        assertThat(answer.path("encryptType").asString()).isEqualTo("1");
        assertThat(answer.path("instanceId").asString()).isEqualTo("i-v1-ready");
        var cipher = FieldCipher.of(new AccessKey("test", RunningGateway.V1_KEY, null));
        var appInfo = answer.path("appInfo");
        assertThat(appInfo.path("frontEndUrl").asString()).isEqualTo("https://app.example.com/t/1");
        assertThat(cipher.decrypt(appInfo.path("userName").asString(), EncryptType.AES_256))
                .contains("admin");
        assertThat(cipher.decrypt(appInfo.path("password").asString(), EncryptType.AES_256))
                .contains("Init-3141");
        assertThat(GATEWAY.journal().entriesAbout("i-v1-ready")).hasSize(1);
    }

    @Test
    void whatWasReadyBeforeIsNotWaitedFor() {
        PROVISIONING.glances(question ->
                new OrderedInstance(new View("i-" + question.order().orderId(), Phase.ACTIVE, ACCESS, null, null)));

        var answer = proper(V1Call.newInstance("CS-LONG-AGO")).json();

        assertThat(answer.path("resultCode").asString()).isEqualTo("000000");
        assertThat(answer.path("instanceId").asString()).isEqualTo("i-CS-LONG-AGO");
        assertThat(PROVISIONING.awaits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SOLD_OUT,    /koogallery/saas, 000106",
        "NO_RESOURCE, /koogallery/intl, 000100",
        "SOLD_OUT,    /koogallery/intl, 000005",
    })
    void aRefusalForGoodHasTheCodeOfItsSite(FailureReason failure, String path, String code) {
        PROVISIONING.awaits(_ -> new OrderedInstance(new View("i-1", Phase.FAILED, null, failure, null)));

        assertThat(proper(V1Call.newInstance("CS-FAILED").withPath(path)).code())
                .isEqualTo(code);
    }

    @Test
    void aReleasedOneIsASuccessThatSaysWhereItWas() {
        var where = new AppInfo("https://app.example.com/t/1", null, null, null, null);
        PROVISIONING.awaits(_ -> new OrderedInstance(new View("i-1", Phase.RELEASED, where, null, null)));

        assertThat(proper(V1Call.newInstance("CS-GONE")).text()).isEqualTo("""
                {"resultCode":"000000","resultMsg":"success","encryptType":"1","instanceId":"i-1",\
                "appInfo":{"frontEndUrl":"https://app.example.com/t/1"}}""");
    }

    @Test
    void aChangeIsStoredAsWhatItIsInEitherEdition() {
        assertThat(proper(V1Call.of("activity=expireInstance&instanceId=i-v1-frozen&orderId=CS1"))
                        .text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");

        assertThat(StoredFacts.read("i-v1-frozen")).extracting(Event::data).containsExactly(new InstanceFrozen());
    }

    @Test
    void anInstanceThatNeverExistedIsUnknown() {
        PROVISIONING.admits(new Admission("refused", Reason.UNKNOWN_INSTANCE, null));

        assertThat(proper(V1Call.of("activity=releaseInstance&instanceId=nobodys"))
                        .code())
                .isEqualTo("000003");
    }

    @Test
    void aQueryShowsThoseThatAreReadyEncrypted() {
        PROVISIONING.knows(new View("i-1", Phase.FROZEN, ACCESS, null, null));

        var answer =
                proper(V1Call.of("activity=queryInstance&instanceId=i-1,i-2")).json();

        assertThat(answer.path("encryptType").asString()).isEqualTo("1");
        assertThat(answer.path("info")).hasSize(1);
        assertThat(answer.path("info").path(0).path("appInfo").path("password").asString())
                .hasSize(40);
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @MethodSource("mutated")
    void aQueryThatWasTamperedWithIsNotAuthentic(JsonNode vector) {
        assertThat(proper(new V1Call(RunningGateway.VECTORS_PATH, V1Vectors.query(vector)), V1Vectors.key())
                        .code())
                .isEqualTo(vector.path("expect").asString());
    }

    static Stream<JsonNode> mutated() {
        return V1Vectors.of("authToken_negative");
    }

    @ParameterizedTest
    @MethodSource("signed")
    void everyVectorIsAuthenticHoweverItIsEncoded(JsonNode vector) {
        for (var form : new String[] {"query_form_encoded", "query_percent_encoded"}) {
            var call = new V1Call(RunningGateway.VECTORS_PATH, vector.path(form).asString());
            assertThat(proper(call, V1Vectors.key()).code()).isNotEqualTo("000001");
        }
    }

    static Stream<JsonNode> signed() {
        return V1Vectors.of("authToken_get");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void everyDamageThatIsKnownIsMended(JsonNode vector) {
        var call = new V1Call(RunningGateway.VECTORS_PATH, vector.path("query").asString());

        assertThat(proper(call, V1Vectors.key()).code()).isIn("000000", "000004");
    }

    static Stream<JsonNode> damaged() {
        return V1Vectors.of("authToken_get_tolerant");
    }

    @Tag("promise:always-an-answer")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                      | 000001",
                "authToken=                                                              | 000001",
                "activity=newInstance                                                    | 000001",
                "authToken=YQ==&timeStamp=20260331011507482                              | 000001",
                "authToken=ymtp1lqbNN7YQlUlDNxfrjtLrpKAF%2BtIUA1BQM53Ogc%3D               | 000002",
                "a=1&a=2&authToken=ymtp1lqbNN7YQlUlDNxfrjtLrpKAF%2BtIUA1BQM53Ogc%3D&timeStamp=20260331011507482 | 000002",
                "authToken=ymtp1lqbNN7YQlUlDNxfrjtLrpKAF%2BtIUA1BQM53Ogc%3D&timeStamp=now | 000002",
                "%%%=%zz&&&=&=                                                           | 000002",
            })
    void whoeverIsNotTheMarketplaceHearsSoToo(String query, String code) {
        var reply = proper(new V1Call(RunningGateway.PATH, query));

        assertThat(reply.code()).isEqualTo(code);
    }

    @Tag("promise:always-an-answer")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity=newInstance",
                "activity=newInstance&orderId=",
                "activity=newInstance&orderId=CS1&chargingMode=0",
                "activity=newInstance&orderId=CS1&productId=P&amount=lots",
                "activity=refreshInstance&instanceId=i&orderId=CS1&expireTime=20260230000000",
                "activity=refreshInstance&instanceId=i&orderId=CS1&expireTime=20270331235959&orderAmount=much",
                "activity=refreshInstance&instanceId=i&expireTime=20270331235959",
                "activity=instanceStatus&instanceId=i&instanceStatus=GONE",
                "activity=queryInstance&instanceId=,",
                "activity=upgrade&orderId=CS1",
                "activity=getLicense&orderId=CS1",
                "orderId=CS1",
            })
    void whatCannotBeUnderstoodIsNamed(String parameters) {
        var reply = proper(V1Call.of(parameters));

        assertThat(reply.code()).isEqualTo("000002");
        assertThat(reply.json().path("resultMsg").asString())
                .matches("(activity|orderId|productId|amount|expireTime|orderAmount|instanceStatus|instanceId) .*");
    }

    @Test
    void aKeyOfV2SignsNoV1CallWhereV1HasItsOwn() {
        assertThat(proper(V1Call.signed("activity=expireInstance&instanceId=i", RunningGateway.KEY))
                        .code())
                .isEqualTo("000001");
    }

    @Tag("promise:debugging-touches-nothing")
    @Test
    void aDebuggingPurchaseSaysHowToGetInAndStoresNothing() {
        var reply = proper(V1Call.of("activity=newInstance&testFlag=1&orderId=123456789&productId=x"));

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(reply.json().path("appInfo").path("frontEndUrl").asString()).startsWith("https://");
        assertThat(PROVISIONING.asked()).isZero();
        assertThat(StoredFacts.about(reply.json().path("instanceId").asString()))
                .isEmpty();
    }

    private static Reply proper(V1Call call) {
        return proper(call, RunningGateway.V1_KEY);
    }

    private static Reply proper(V1Call call, String key) {
        return Connection.exchange(GATEWAY.port(), call.bytes()).isProperV1(key);
    }

    private static String derived(OrderKey order) {
        return InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, order);
    }
}

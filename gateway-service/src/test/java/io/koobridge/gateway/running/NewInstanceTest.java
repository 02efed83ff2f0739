package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NewInstanceTest extends GatewayTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aPurchaseThatIsAnsweredIsStored() {
        var order = new OrderKey("CS-STORED", "CS-STORED-000001", null);
        var id = derived(order);

        var reply = send(Call.newInstance(CLOCK, "CS-STORED").withHeader("traceparent: " + TRACE))
                .isProper();

        assertThat(reply.text()).isEqualTo("""
                        {"resultCode":"000004","resultMsg":"being provisioned","instanceId":"%s"}""".formatted(id));
        assertThat(StoredFacts.read(id))
                .singleElement()
                .satisfies(fact -> assertThat(fact.traceparent())
                        .as("a step of the caller's trace")
                        .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[0-9a-f]{16}-01"))
                .usingRecursiveComparison()
                .ignoringFields("traceparent")
                .isEqualTo(new Event<InstanceFact>(
                        FactIds.ofOrder("purchase", InstanceKind.SAAS, order),
                        id,
                        RunningGateway.PATH,
                        VECTOR_A,
                        VECTOR_A,
                        TRACE,
                        new InstancePurchased(InstanceKind.SAAS, order)));
        assertThat(PROVISIONING.resolutions())
                .containsExactly(new InstanceResolution.Question(InstanceKind.SAAS, order));
    }

    @Tag("promise:one-order-one-instance")
    @Test
    void theSameOrderIsTheSameFactAndTheSameIdWhateverItsBusinessId() {
        var first = send(Call.newInstance(CLOCK, "CS-AGAIN")).isProper();
        var second = send(Call.newInstance(CLOCK, "CS-AGAIN")).isProper();

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(StoredFacts.read(first.json().path("instanceId").asString()))
                .extracting(Event::id)
                .hasSize(2)
                .containsOnly(FactIds.ofOrder(
                        "purchase", InstanceKind.SAAS, new OrderKey("CS-AGAIN", "CS-AGAIN-000001", null)));
    }

    @Test
    void aProductInTheRequestIsAPartOfTheOrder() {
        var reply = send(Call.of(CLOCK, """
                        {"activity":"newInstance","orderId":"CS-P","orderLineId":"L","productId":"OFFI1"}""")).isProper();

        assertThat(reply.json().path("instanceId").asString()).isEqualTo(derived(new OrderKey("CS-P", "L", "OFFI1")));
    }

    @Test
    void anOrderWhoseInstanceIsReadyIsASuccess() {
        PROVISIONING.resolves(_ -> new InstanceResolution("kb-known", Phase.ACTIVE, true, null));

        var reply = send(Call.newInstance(CLOCK, "CS-READY")).isProper();

        assertThat(reply.text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"kb-known\"}");
        assertThat(GATEWAY.journal().entriesAbout("kb-known")).hasSize(1);
    }

    @Test
    void anOrderWhoseInstanceWasReleasedIsASuccessToo() {
        PROVISIONING.resolves(_ -> new InstanceResolution("kb-gone", Phase.RELEASED, false, null));

        var reply = send(Call.newInstance(CLOCK, "CS-GONE")).isProper();

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(reply.json().path("instanceId").asString()).isEqualTo("kb-gone");
    }

    @Test
    void anOrderWhoseInstanceFailedIsBeingTriedAgain() {
        PROVISIONING.resolves(_ -> new InstanceResolution("kb-failed", Phase.FAILED, false, FailureReason.SOLD_OUT));

        var reply = send(Call.newInstance(CLOCK, "CS-FAILED")).isProper();

        assertThat(reply.code()).isEqualTo("000004");
        assertThat(reply.json().path("instanceId").asString()).isEqualTo("kb-failed");
    }

    @Test
    void numbersAreTakenForStringsAndWhatIsUnknownIsIgnored() {
        var reply = send(Call.of(CLOCK, """
                        {"activity":"newInstance","orderId":1234567890123,"orderLineId":1,"testFlag":0,
                         "buyerInfo":{"mobilePhone":["?"]},"scene":null}""")).isProper();

        assertThat(reply.code()).isEqualTo("000004");
        assertThat(reply.json().path("instanceId").asString())
                .isEqualTo(derived(new OrderKey("1234567890123", "1", null)));
    }

    @Test
    void aCallWithoutATraceBeginsOne() {
        var id = send(Call.newInstance(CLOCK, "CS-TRACE").withHeader("traceparent: nonsense"))
                .isProper()
                .json()
                .path("instanceId")
                .asString();

        assertThat(StoredFacts.read(id)).singleElement().satisfies(fact -> assertThat(fact.traceparent())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
    }

    @Test
    void operatorsHearOfIt() {
        double before = counted("koobridge.callbacks", "activity", "newInstance", "result_code", "000004");

        var reply = send(Call.newInstance(CLOCK, "CS-HEARD")).isProper();

        var entry = lastJournaled();
        assertThat(entry.address()).isEqualTo(RunningGateway.PATH);
        assertThat(entry.activity()).isEqualTo("newInstance");
        assertThat(entry.verdict()).isEqualTo("verified");
        assertThat(entry.keyId()).isEqualTo("base-1");
        assertThat(entry.resultCode()).isEqualTo("000004");
        assertThat(entry.needsRestart()).isFalse();
        assertThat(GATEWAY.journal()
                        .entriesAbout(reply.json().path("instanceId").asString()))
                .containsExactly(entry);
        assertThat(counted("koobridge.callbacks", "activity", "newInstance", "result_code", "000004"))
                .isEqualTo(before + 1);
    }

    private static String derived(OrderKey order) {
        return InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, order);
    }
}

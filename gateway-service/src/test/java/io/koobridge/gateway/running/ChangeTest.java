package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** refreshInstance, updateInstanceStatus, releaseInstance and upgradeInstance: asked about, stored, answered. */
class ChangeTest extends GatewayTest {

    private static final OrderKey ORDER = new OrderKey("CS-1", "CS-1-000001", null);

    @ParameterizedTest
    @EnumSource(TermChange.class)
    void aNewTermIsStoredUnderWhatMakesItTheSame(TermChange scene) {
        var id = "i-term-" + scene;
        var end = Instant.parse("2026-10-27T15:59:59Z");
        var call = Call.of(CLOCK, """
                {"activity":"refreshInstance","scene":"%s","orderId":"CS-1","orderLineId":"CS-1-000001",
                 "instanceId":"%s","productId":"OFFI-2","expireTime":"20261027155959"}""".formatted(scene, id));

        assertThat(send(call).isProper().text()).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        assertThat(StoredFacts.read(id)).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofTerm(id, scene, ORDER, end));
            assertThat(fact.asOf()).isEqualTo(VECTOR_A);
            assertThat(fact.data()).isEqualTo(new TermChanged(scene, ORDER, "OFFI-2", end, false));
        });
        assertThat(PROVISIONING.admissions())
                .as("the same fact, whose storing is a step of its own in the trace")
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("traceparent")
                .isEqualTo(StoredFacts.read(id));
    }

    @Tag("promise:three-freezes-are-three")
    @Test
    void freezingUnfreezingAndFreezingAgainAreThreeFacts() {
        var freeze = status("i-status", "FREEZE");

        assertThat(send(freeze).isProper().code()).isEqualTo("000000");
        assertThat(send(status("i-status", "UNFREEZE")).isProper().code()).isEqualTo("000000");
        assertThat(send(status("i-status", "FREEZE")).isProper().code()).isEqualTo("000000");

        var facts = StoredFacts.read("i-status");
        assertThat(facts)
                .extracting(Event::data)
                .containsExactly(new InstanceFrozen(), new InstanceUnfrozen(), new InstanceFrozen());
        assertThat(facts).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(facts.getFirst().id())
                .isEqualTo(FactIds.ofCall("saas-v2", "base-1", freeze.nonce(), freeze.timestamp()));
    }

    @Tag("promise:repeats-change-nothing")
    @Test
    void theVeryCallAgainIsTheSameFact() {
        var freeze = status("i-again", "FREEZE");

        var first = send(freeze).isProper();
        var second = send(freeze).isProper();

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(StoredFacts.read("i-again")).hasSize(1);
    }

    @Test
    void aReleaseIsStoredWithItsOrderOrWithout() {
        var unsubscribed = Call.of(CLOCK, """
                {"activity":"releaseInstance","instanceId":"i-unsubscribed","orderId":"CS-1","orderLineId":"CS-1-000001"}""");
        var expired = Call.of(CLOCK, """
                {"activity":"releaseInstance","instanceId":"i-expired","orderLineId":"CS-1-000001"}""");

        assertThat(send(unsubscribed).isProper().code()).isEqualTo("000000");
        assertThat(send(expired).isProper().code()).isEqualTo("000000");

        assertThat(StoredFacts.read("i-unsubscribed")).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofRelease("i-unsubscribed", ORDER));
            assertThat(fact.data()).isEqualTo(new InstanceReleased(ORDER));
        });
        assertThat(StoredFacts.read("i-expired")).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofCall("saas-v2", "base-1", expired.nonce(), expired.timestamp()));
            assertThat(fact.data()).isEqualTo(new InstanceReleased(null));
        });
    }

    @Test
    void anUpgradeIsTheSameFactHoweverOftenItIsCalled() {
        var call = """
                {"activity":"upgradeInstance","instanceId":"i-upgrade","orderId":"CS-1","orderLineId":"CS-1-000001"}""";

        assertThat(send(Call.of(CLOCK, call)).isProper().code()).isEqualTo("000000");
        assertThat(send(Call.of(CLOCK, call)).isProper().code()).isEqualTo("000000");

        assertThat(StoredFacts.read("i-upgrade")).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofUpgrade("i-upgrade", ORDER));
            assertThat(fact.data()).isEqualTo(new UpgradeOrdered(ORDER));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_INSTANCE,    the instance does not exist",
        "RELEASED,            the instance was released",
        "PROVISIONING_FAILED, the instance could not be provisioned",
    })
    void whatCannotBeIsAnsweredWithWhyAndNotStored(Reason reason, String words) {
        PROVISIONING.admits(new Admission("refused", reason, null));

        changes().forEach(activity -> {
            var reply = send(activity.about("i-declined", CLOCK)).isProper();

            assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"%s\"}".formatted(words));
            assertThat(lastJournaled().verdict()).isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(lastJournaled().activity()).isEqualTo(activity.spelling());
        });
        assertThat(StoredFacts.about("i-declined")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWouldChangeNothingNowIsStoredAllTheSame(ActivityCalls activity) {
        var id = "i-stale-" + activity;
        PROVISIONING.admits(new Admission("stale", null, "older than what it would change"));

        assertThat(send(activity.about(id, CLOCK)).isProper().code()).isEqualTo("000000");
        assertThat(StoredFacts.about(id)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whoeverAsksAServiceThatFailsIsStored(ActivityCalls activity) {
        var id = "i-failing-" + activity;
        PROVISIONING.failing();

        assertThat(send(activity.about(id, CLOCK)).isProper().code()).isEqualTo("000000");
        assertThat(StoredFacts.about(id)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void operatorsHearOfIt(ActivityCalls activity) {
        double before = counted("koobridge.callbacks", "activity", activity.spelling(), "result_code", "000000");

        send(activity.about("i-heard", CLOCK)).isProper();

        assertThat(lastJournaled().activity()).isEqualTo(activity.spelling());
        assertThat(lastJournaled().verdict()).isEqualTo("verified");
        assertThat(GATEWAY.journal().entriesAbout("i-heard")).contains(lastJournaled());
        assertThat(counted("koobridge.callbacks", "activity", activity.spelling(), "result_code", "000000"))
                .isEqualTo(before + 1);
    }

    static Stream<ActivityCalls> changes() {
        return ActivityCalls.facts().filter(activity -> activity != ActivityCalls.NEW_INSTANCE);
    }

    private static Call status(String id, String status) {
        return Call.of(CLOCK, """
                {"activity":"updateInstanceStatus","instanceId":"%s","status":"%s"}""".formatted(id, status));
    }
}

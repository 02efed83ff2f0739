package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class FactIdsTest {

    @TestFactory
    Stream<DynamicTest> theSameOrderIsTheSameHappeningForEver() {
        return vectors(
                "ofOrder",
                vector -> FactIds.ofOrder(
                        text(vector, "happening"), InstanceKind.valueOf(text(vector, "kind")), Vectors.order(vector)));
    }

    @TestFactory
    Stream<DynamicTest> aCallIsItsSignaturesParameters() {
        return vectors(
                "ofCall",
                vector -> FactIds.ofCall(
                        text(vector, "dialect"),
                        text(vector, "keyId"),
                        text(vector, "nonce"),
                        text(vector, "timestamp")));
    }

    @TestFactory
    Stream<DynamicTest> aCallWithoutANonceIsItsToken() {
        return vectors(
                "ofToken",
                vector -> FactIds.ofToken(text(vector, "dialect"), text(vector, "keyId"), text(vector, "token")));
    }

    @TestFactory
    Stream<DynamicTest> aPartIsItsCallAndItsNumber() {
        return vectors(
                "ofPart",
                vector -> FactIds.ofPart(
                        text(vector, "callId"), vector.path("number").asInt()));
    }

    @TestFactory
    Stream<DynamicTest> whatWasLearnedHangsOnWhatCausedTheLookUp() {
        return vectors("learned", vector -> FactIds.learned(text(vector, "causingFactId"), Vectors.order(vector)));
    }

    @TestFactory
    Stream<DynamicTest> aTermIsItsOrderItsReasonAndItsEnd() {
        return vectors(
                "ofTerm",
                vector -> FactIds.ofTerm(
                        text(vector, "instanceId"),
                        TermChange.valueOf(text(vector, "change")),
                        Vectors.order(vector),
                        Instant.parse(text(vector, "expiresAt"))));
    }

    @TestFactory
    Stream<DynamicTest> anOrderUpgradesAnInstanceOnce() {
        return vectors("ofUpgrade", vector -> FactIds.ofUpgrade(text(vector, "instanceId"), Vectors.order(vector)));
    }

    @TestFactory
    Stream<DynamicTest> anOrderReleasesAnInstanceOnce() {
        return vectors("ofRelease", vector -> FactIds.ofRelease(text(vector, "instanceId"), Vectors.order(vector)));
    }

    @TestFactory
    Stream<DynamicTest> anOrderLineIsNotifiedOnce() {
        return vectors(
                "ofNotification",
                vector -> FactIds.ofNotification(text(vector, "orderId"), text(vector, "orderLineId")));
    }

    @Property
    void differentOrdersAreDifferentHappenings(
            @ForAll("orders") OrderKey one, @ForAll("orders") OrderKey other, @ForAll InstanceKind kind) {
        Assume.that(!one.equals(other));

        assertThat(FactIds.ofOrder("purchase", kind, one)).isNotEqualTo(FactIds.ofOrder("purchase", kind, other));
    }

    @Property
    void anIdFitsAnEvent(@ForAll String dialect, @ForAll String key, @ForAll String nonce, @ForAll String time) {
        assertThat(FactIds.ofCall(dialect, key, nonce, time)).matches("[a-z2-7]{40}");
    }

    @Test
    void movingACharacterFromOnePartToTheNextMakesAnotherId() {
        var ids = Stream.of(
                FactIds.ofCall("a", "b", "cd", "e"),
                FactIds.ofCall("a", "b", "c", "de"),
                FactIds.ofCall("a", "bc", "d", "e"),
                FactIds.ofCall("ab", "", "cd", "e"),
                FactIds.ofToken("a", "b", "cde"),
                FactIds.ofToken("a", "bc", "de"),
                FactIds.ofToken("ab", "", "cde"));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void kindsOfHappeningsAreKeptApart() {
        var order = new OrderKey("CS1", "CS1-000001", null);
        var ids = List.of(
                FactIds.ofOrder("purchase", InstanceKind.SAAS, order),
                FactIds.ofOrder("purchase", InstanceKind.LICENSE, order),
                FactIds.ofOrder("renewal", InstanceKind.SAAS, order),
                FactIds.ofNotification("purchase", order.canonical()),
                FactIds.ofUpgrade("purchase", order),
                FactIds.ofRelease("purchase", order),
                FactIds.learned("purchase", order),
                FactIds.ofCall("purchase", InstanceKind.SAAS.name(), order.canonical(), ""),
                FactIds.ofPart("purchase", 1),
                FactIds.ofPart("purchase", 2),
                FactIds.ofToken("purchase", InstanceKind.SAAS.name(), order.canonical()));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<OrderKey> orders() {
        return OrderKeys.any();
    }

    private static Stream<DynamicTest> vectors(String name, Function<JsonNode, String> derivation) {
        return Vectors.read("fact-ids")
                .path(name)
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> assertThat(derivation.apply(vector))
                        .isEqualTo(text(vector, "factId"))));
    }

    private static String text(JsonNode vector, String name) {
        return vector.path(name).asString();
    }
}

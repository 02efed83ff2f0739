package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceIdsTest {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int FIRST_CHECK_CHARACTER = 34;

    @TestFactory
    Stream<DynamicTest> theSameOrderHasTheSameIdForEver() {
        return Vectors.read("instance-ids")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> {
                    var kind = InstanceKind.valueOf(vector.path("kind").asString());
                    var id = InstanceIds.derive(vector.path("seller").asString(), kind, Vectors.order(vector));

                    assertThat(id).isEqualTo(vector.path("instanceId").asString());
                    assertThat(InstanceIds.isDerived(id)).isTrue();
                }));
    }

    @Property
    void anIdFitsTheMarketplaceAndIsKnownAsOurs(
            @ForAll @StringLength(min = 1, max = 32) String seller,
            @ForAll InstanceKind kind,
            @ForAll("orders") OrderKey order) {
        var id = InstanceIds.derive(seller, kind, order);

        assertThat(id).matches("kb[a-z2-7]{36}").hasSizeLessThanOrEqualTo(64);
        assertThat(InstanceIds.isDerived(id)).isTrue();
        assertThat(InstanceIds.derive(seller, kind, order)).isEqualTo(id);
    }

    @Tag("promise:one-order-one-instance")
    @Property
    void twoOrdersNeverShareAnId(@ForAll("orders") OrderKey one, @ForAll("orders") OrderKey other) {
        Assume.that(!one.equals(other));

        assertThat(InstanceIds.derive("seller", InstanceKind.SAAS, one))
                .isNotEqualTo(InstanceIds.derive("seller", InstanceKind.SAAS, other));
    }

    @Tag("promise:one-order-one-instance")
    @Property
    void neitherDoTwoSellersNorTwoKinds(@ForAll("orders") OrderKey order) {
        var ids = Stream.of("seller", "seller2").flatMap(seller -> Stream.of(InstanceKind.values())
                .map(kind -> InstanceIds.derive(seller, kind, order)));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Property
    void aMistypedPrefixOrCheckCharacterIsAlwaysSeen(@ForAll("orders") OrderKey order) {
        var id = InstanceIds.derive("seller", InstanceKind.SAAS, order);
        var positions = IntStream.concat(IntStream.range(0, 2), IntStream.range(FIRST_CHECK_CHARACTER, id.length()));

        assertThat(positions.boxed().flatMap(position -> mistyped(id, position)))
                .noneMatch(InstanceIds::isDerived);
    }

    /**
     * One in 2^20 of the mistyped ids passes, so about one in a thousand orders has one among its 992. Three of one order
     * pass once in 10^10 orders: then it is not chance.
     */
    @Property
    void aMistypedHashCharacterIsSeenButForOneInAMillion(@ForAll("orders") OrderKey order) {
        var id = InstanceIds.derive("seller", InstanceKind.SAAS, order);
        var passing = IntStream.range(2, FIRST_CHECK_CHARACTER)
                .boxed()
                .flatMap(position -> mistyped(id, position))
                .filter(InstanceIds::isDerived);

        assertThat(passing).hasSizeLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kb",
                "i-1",
                "kbapbhc56evkq3h4tzrup44prpzcvfnt24zd5",
                "kbapbhc56evkq3h4tzrup44prpzcvfnt24zd5ua",
                "KBAPBHC56EVKQ3H4TZRUP44PRPZCVFNT24ZD5U",
                "kcapbhc56evkq3h4tzrup44prpzcvfnt24zd5u"
            })
    void whatNeverWasOursIsNotTakenForIt(String id) {
        assertThat(InstanceIds.isDerived(id)).isFalse();
    }

    @Provide
    Arbitrary<OrderKey> orders() {
        return OrderKeys.any();
    }

    private static Stream<String> mistyped(String id, int position) {
        return ALPHABET.chars()
                .filter(character -> character != id.charAt(position))
                .mapToObj(character -> id.substring(0, position) + (char) character + id.substring(position + 1));
    }
}

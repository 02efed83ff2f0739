package io.koobridge.events.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.koobridge.events.OrderKeys;
import io.koobridge.events.Vectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {

    /** Order aliases are stored under it. */
    @TestFactory
    Stream<DynamicTest> theCanonicalFormStaysAsItIs() {
        return Vectors.read("order-keys")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> assertThat(
                                Vectors.order(vector).canonical())
                        .isEqualTo(vector.path("canonical").asString())));
    }

    @Property(tries = 2_000)
    void twoKeysNeverHaveOneCanonicalForm(@ForAll("orders") OrderKey one, @ForAll("orders") OrderKey other) {
        assertThat(one.canonical().equals(other.canonical())).isEqualTo(one.equals(other));
        assertThat(OrderKey.ofCanonical(one.canonical())).isEqualTo(one);
    }

    @Test
    void aLineIsNotAProduct() {
        assertThat(new OrderKey("a", "b", null).canonical()).isNotEqualTo(new OrderKey("a", null, "b").canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankPartIsNoPart(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderKey(part, null, null))
                .withMessageStartingWith("orderId must have 1 to 64 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderKey("a", part, null))
                .withMessageStartingWith("orderLineId must have");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderKey("a", null, part))
                .withMessageStartingWith("productId must have");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "",
                " ",
                "\ud800",
                "0123456789012345678901234567890123456789012345678901234567890123",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void whatFitsIsWhatAKeyTakes(String part) {
        var taken = catchThrowable(() -> new OrderKey("a", null, part)) == null;

        assertThat(OrderKey.fits(part)).isEqualTo(taken);
    }

    @Test
    void aPartHasAtMost64Characters() {
        assertThat(new OrderKey("9".repeat(64), null, null).orderId()).hasSize(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderKey("9".repeat(65), null, null))
                .withMessageEndingWith("has 65");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800", "\udc00", "\udc00\ud800"})
    void halfACharacterIsRefusedBecauseUtf8WouldMakeItAQuestionMark(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderKey(part, null, null))
                .withMessage("orderId is not well-formed Unicode");
    }

    @Provide
    Arbitrary<OrderKey> orders() {
        return OrderKeys.any();
    }
}

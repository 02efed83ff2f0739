package io.koobridge.events.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.events.OrderKeys;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.order.OrderFact.OrderNotified;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrderIdsTest {

    @Test
    void isReadable() {
        var line = new OrderKey("CS2512110948K7QXM", "CS2512110948K7QXM-000001", null);

        assertThat(OrderIds.of(line)).isEqualTo("CS2512110948K7QXM~CS2512110948K7QXM-000001");
        assertThat(OrderIds.of(new OrderKey("CS2512110948K7QXM", null, null))).isEqualTo("CS2512110948K7QXM~");
    }

    @Test
    void anOrderInAnotherSpellingHasAHash() {
        assertThat(OrderIds.of(new OrderKey("订单|1 %+", "a~b", null))).matches("order~[a-z2-7]{40}");
        assertThat(OrderIds.of(new OrderKey("订单|1 %+", null, null))).matches("order~[a-z2-7]{40}");
    }

    @Test
    void theProductDoesNotCount() {
        assertThat(OrderIds.of(new OrderKey("CS1", "1", "OFFI1")))
                .isEqualTo(OrderIds.of(new OrderKey("CS1", "1", null)));
    }

    @Property
    void noTwoLinesShareAnIdAndEachFitsAnEvent(@ForAll("orders") OrderKey one, @ForAll("orders") OrderKey other) {
        Assume.that(!one.orderId().equals(other.orderId()) || !one.lineId().equals(other.lineId()));

        assertThat(OrderIds.of(one)).isNotEqualTo(OrderIds.of(other)).hasSizeBetween(1, 256);
    }

    @Test
    void aNotificationNamesAnOrderAndALine() {
        assertThat(new OrderNotified("CS1", "CS1-000001").order()).isEqualTo(new OrderKey("CS1", "CS1-000001", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNotified("x".repeat(65), "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderNotified("CS1", " "));
    }

    @Provide
    Arbitrary<OrderKey> orders() {
        return OrderKeys.any();
    }
}

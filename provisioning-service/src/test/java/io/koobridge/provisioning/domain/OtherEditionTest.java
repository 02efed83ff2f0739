package io.koobridge.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.OrderQuery.Answer.Found;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order teaches of how the other edition calls its purchase. */
class OtherEditionTest {

    private static final OrderKey LINE = new OrderKey("CS1", "CS1-000001", null);

    @ParameterizedTest
    @CsvSource({"CS1-000001, ON_DEMAND", "CS1-000002, ON_DEMAND", "CS1-000002, ON_DEMAND_PKG"})
    void aLineWhoseUsageIsPaidIsCalledByItsProductToo(String line, ChargingMode mode) {
        assertThat(OtherEdition.byProduct(new OrderKey("CS1", line, null), found(mode, "P1", 1)))
                .containsExactly(new OrderKey("CS1", null, "P1"), new OrderKey("CS1", line, "P1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChargingMode.class,
            names = {"PERIOD", "ONE_TIME"})
    void otherwiseTheProductIsNoPartOfAName(ChargingMode mode) {
        assertThat(OtherEdition.byProduct(LINE, found(mode, "P1", 1))).isEmpty();
    }

    @Test
    void ofSeveralProductsNobodyKnowsWhichOneTheLineIs() {
        assertThat(OtherEdition.byProduct(LINE, found(ChargingMode.ON_DEMAND, "P1", 2)))
                .isEmpty();
    }

    @Test
    void anOrderWithoutItsLineIsWhatV1Named() {
        assertThat(OtherEdition.byProduct(new OrderKey("CS1", null, null), found(ChargingMode.ON_DEMAND, "P1", 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "01234567890123456789012345678901234567890123456789012345678901234"})
    void aProductThatNoCallCouldNameTeachesNothing(String product) {
        assertThat(OtherEdition.byProduct(LINE, found(ChargingMode.ON_DEMAND, product, 1)))
                .isEmpty();
    }

    @Test
    void norDoesALineWithoutAProduct() {
        assertThat(OtherEdition.byProduct(LINE, found(ChargingMode.ON_DEMAND, null, 1)))
                .isEmpty();
    }

    private static Found found(ChargingMode mode, @Nullable String product, int products) {
        var sold = product == null ? null : new OrderDetails.Product(product, null, null);
        return new Found(new OrderDetails("NEW", mode, sold, null, null, null), products);
    }
}

package io.koobridge.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.OrderQuery.Answer.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order teaches of how either edition calls its purchase by the product. */
class OtherEditionTest {

    private static final OrderKey LINE = new OrderKey("CS1", "CS1-000001", null);

    @ParameterizedTest
    @CsvSource({"CS1-000001, ON_DEMAND", "CS1-000002, ON_DEMAND", "CS1-000002, ON_DEMAND_PKG"})
    void aLineWhoseUsageIsPaidIsCalledByItsProductToo(String line, ChargingMode mode) {
        assertThat(namesByProduct(new OrderKey("CS1", line, null), found(mode, "P1", 1)))
                .containsExactly(new OrderKey("CS1", null, "P1"), new OrderKey("CS1", line, "P1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChargingMode.class,
            names = {"PERIOD", "ONE_TIME"})
    void otherwiseTheProductIsNoPartOfAName(ChargingMode mode) {
        assertThat(namesByProduct(LINE, found(mode, "P1", 1))).isEmpty();
    }

    @Test
    void ofSeveralProductsNobodyKnowsWhichOneTheLineIs() {
        assertThat(namesByProduct(LINE, found(ChargingMode.ON_DEMAND, "P1", 2))).isEmpty();
    }

    /** Also of a line of several products, for the call said which one it is. */
    @ParameterizedTest
    @CsvSource({"CS1-000001, 1", "CS1-000001, 2", "CS1-000002, 2"})
    void whereTheCallNamedTheProductItIsCalledByThat(String line, int products) {
        var order = new OrderKey("CS1", line, "P1");

        assertThat(namesByProduct(order, found(ChargingMode.ON_DEMAND, "P1", products)))
                .containsExactly(new OrderKey("CS1", null, "P1"), order);
    }

    /** V1's first call may leave out how it is paid, and thus the product out of its key; the next one says it (saas-v1 §10, A25, A26). */
    @ParameterizedTest
    @CsvSource({"P1, 1", "P1, 2", ", 1"})
    void whatV1CalledByItsOrderAloneIsCalledByItsProductToo(@Nullable String told, int products) {
        var found = found(ChargingMode.ON_DEMAND, "P1", products);

        assertThat(namesByProduct(new OrderKey("CS1", null, null), told, found))
                .containsExactly(new OrderKey("CS1", null, "P1"), new OrderKey("CS1", "CS1-000001", "P1"));
    }

    @Test
    void theCallsProductCountsWhateverTheOrderSays() {
        var found = found(ChargingMode.ON_DEMAND, "P2", 1);

        assertThat(namesByProduct(new OrderKey("CS1", null, null), "P1", found))
                .contains(new OrderKey("CS1", null, "P1"))
                .doesNotContain(new OrderKey("CS1", null, "P2"));
    }

    @Test
    void anOrderThatIsTooLongForALineHasNone() {
        var order = "C".repeat(60);

        assertThat(namesByProduct(new OrderKey(order, null, null), found(ChargingMode.ON_DEMAND, "P1", 1)))
                .containsExactly(new OrderKey(order, null, "P1"));
    }

    @Test
    void whatV1CalledByItsProductHasAllItsNames() {
        assertThat(namesByProduct(new OrderKey("CS1", null, "P1"), found(ChargingMode.ON_DEMAND, "P1", 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "01234567890123456789012345678901234567890123456789012345678901234"})
    void aProductThatNoCallCouldNameTeachesNothing(String product) {
        assertThat(namesByProduct(LINE, found(ChargingMode.ON_DEMAND, product, 1)))
                .isEmpty();
    }

    @Test
    void norDoesALineWithoutAProduct() {
        assertThat(namesByProduct(LINE, found(ChargingMode.ON_DEMAND, null, 1))).isEmpty();
    }

    private static List<OrderKey> namesByProduct(OrderKey order, Found found) {
        return namesByProduct(order, null, found);
    }

    private static List<OrderKey> namesByProduct(OrderKey order, @Nullable String told, Found found) {
        return new LookUp(order, Instances.asked(order).cause(), new LookUp.Told(null, told)).namesByProduct(found);
    }

    private static Found found(ChargingMode mode, @Nullable String product, int products) {
        var sold = product == null ? null : new OrderDetails.Product(product, null, null);
        return new Found(new OrderDetails("NEW", mode, sold, null, null, null), products);
    }
}

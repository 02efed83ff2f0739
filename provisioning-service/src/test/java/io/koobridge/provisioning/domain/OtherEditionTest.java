package io.koobridge.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import org.junit.jupiter.api.Test;

class OtherEditionTest {

    @Test
    void callsAnOrderOfOneLineByTheOrderInV1AndByTheLineInV2() {
        var v1 = new OrderKey("CS1", null, null);
        var v2 = new OrderKey("CS1", "CS1-000001", null);

        assertThat(OtherEdition.keyOf(v1)).contains(v2);
        assertThat(OtherEdition.keyOf(v2)).contains(v1);
    }

    @Test
    void keepsTheProductsOfAnOrderApart() {
        assertThat(OtherEdition.keyOf(new OrderKey("CS1", null, "OFFI1")))
                .contains(new OrderKey("CS1", "CS1-000001", "OFFI1"));
        assertThat(OtherEdition.keyOf(new OrderKey("CS1", "CS1-000001", "OFFI1")))
                .contains(new OrderKey("CS1", null, "OFFI1"));
    }

    @Test
    void hasNoWordForAFurtherLineAndNoneForALineThatWouldBeTooLong() {
        assertThat(OtherEdition.keyOf(new OrderKey("CS1", "CS1-000002", null))).isEmpty();
        assertThat(OtherEdition.keyOf(new OrderKey("C".repeat(58), null, null))).isEmpty();
        assertThat(OtherEdition.keyOf(new OrderKey("C".repeat(57), null, null))).isPresent();
    }
}

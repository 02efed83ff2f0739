package io.koobridge.events.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderDetailsTest {

    @ParameterizedTest
    @EnumSource
    void usageIsPaidOnDemandAndInPackagesOnly(ChargingMode mode) {
        assertThat(paid(mode).metered())
                .isEqualTo(mode == ChargingMode.ON_DEMAND || mode == ChargingMode.ON_DEMAND_PKG);
    }

    @Test
    void whatNobodyToldHowItIsPaidIsNotMetered() {
        assertThat(new OrderDetails("NEW", null, null, null, null, null).metered())
                .isFalse();
    }

    @Test
    void anOrderQueryTellsNothingOfDiskAndBandwidth() {
        assertThat(new Product("OFFI1", "sku-1", 5L)).isEqualTo(new Product("OFFI1", "sku-1", 5L, null, null));
        assertThat(paid(ChargingMode.PERIOD).particulars()).isNull();
    }

    @Test
    void eachExtensionFieldIsSealedAsItself() {
        assertThat(ExtensionField.sealedAs("deptName"))
                .isEqualTo("extension:deptName")
                .isNotEqualTo(ExtensionField.sealedAs("seatNote"));
        assertThat(ExtensionField.sealedAs(Buyer.EMAIL)).isNotEqualTo(Buyer.EMAIL);
    }

    @Test
    void particularsKeepTheirFieldsWhateverBecomesOfTheListTheyCameIn() {
        var fields = new ArrayList<>(List.of(new ExtensionField("deptName", new SealedText("sealed"))));
        var told = new Particulars(null, null, null, fields);

        fields.clear();

        assertThat(told.extension()).hasSize(1);
    }

    @Test
    void anAmountKeepsItsDecimals() {
        var json = "{\"extension\":[],\"orderAmount\":-640.250}";

        assertThat(Json.mapper().writeValueAsString(Json.mapper().readValue(json, Particulars.class)))
                .isEqualTo(json);
    }

    private static OrderDetails paid(ChargingMode mode) {
        return new OrderDetails("NEW", mode, null, null, null, null);
    }
}

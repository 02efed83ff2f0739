package io.koobridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderPropertiesTest {

    @Test
    void fourHoursOfGraceAndWhateverIsServedUnlessSomebodySaysSo() {
        assertThat(bind(Map.of()))
                .isEqualTo(new OrderProperties(Duration.ofHours(4), Duration.ofMinutes(5), List.of()));
    }

    @Test
    void productsAreListed() {
        assertThat(bind(Map.of("koobridge.orders.expected-products", "P1,P2")).expectedProducts())
                .containsExactly("P1", "P2");
    }

    @ParameterizedTest
    @CsvSource({"grace, -1s", "check-interval, 0s", "expected-products[0], ' '"})
    void whatCannotBeIsRefusedByItsName(String setting, String value) {
        assertThatThrownBy(() -> bind(Map.of("koobridge.orders." + setting, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageStartingWith("koobridge.orders." + setting.replace("[0]", ""));
    }

    private static OrderProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("koobridge.orders", OrderProperties.class);
    }
}

package io.koobridge.stack.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.process.StackFailure;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @Test
    void areTheUsualOnesWhereNothingIsSet() {
        var addresses = Addresses.of(new Settings(Map.of()), false);

        assertThat(addresses.address(Endpoint.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
        assertThat(addresses.address(Endpoint.PROVISIONING_INTERNAL)).isEqualTo("http://127.0.0.1:8181");
        assertThat(addresses.address(Endpoint.TENANTS)).isEqualTo("http://127.0.0.1:8083");
        assertThat(addresses.address(Endpoint.BROKER)).isEqualTo("127.0.0.1:9092");
        assertThat(addresses.address(Endpoint.STORE)).isEqualTo("mongodb://127.0.0.1:27017");
    }

    @ParameterizedTest
    @CsvSource({
        "KOOBRIDGE_GATEWAY_URL, http://127.0.0.1:18080, GATEWAY, 18080",
        "KOOBRIDGE_GATEWAY_URL, http://localhost:18080/, GATEWAY, 18080",
        "KOOBRIDGE_BROKER_ADDRESS, 127.0.0.1:19092, BROKER, 19092",
        "KOOBRIDGE_STORE_ADDRESS, mongodb://127.0.0.1:37017, STORE, 37017",
    })
    void takeTheirPortFromTheVariableThatLocalEnvHas(String variable, String value, Endpoint endpoint, int port) {
        var addresses = Addresses.of(new Settings(Map.of(variable, value)), false);

        assertThat(addresses.number(endpoint)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:8080",
                "http://10.0.0.1:8080",
                "http://127.0.0.1",
                "http://127.0.0.1:70000",
                "8080"
            })
    void refuseWhatIsNotAPlainLoopbackAddressAndNameTheVariable(String value) {
        assertThatThrownBy(() -> Addresses.of(new Settings(Map.of("KOOBRIDGE_GATEWAY_URL", value)), false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("KOOBRIDGE_GATEWAY_URL is " + value)
                .hasMessageContaining("http://127.0.0.1:8080");
    }

    @Test
    void onFreePortsAreAllDifferentButWhatIsSetStays() {
        var addresses = Addresses.of(new Settings(Map.of("KOOBRIDGE_SIMULATOR_URL", "http://127.0.0.1:18090")), true);

        assertThat(Arrays.stream(Endpoint.values()).map(addresses::number)).doesNotHaveDuplicates();
        assertThat(addresses.number(Endpoint.SIMULATOR)).isEqualTo(18090);
    }
}

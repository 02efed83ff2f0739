package io.koobridge.runtime.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.runtime.Causes;
import io.koobridge.runtime.TestService;
import io.koobridge.testkit.FreePorts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

class TwoPortsTest {

    @Tag("promise:doors-stand-apart")
    @Test
    void aServiceDoesNotStartOnOnePortAlone() {
        var port = FreePorts.next();

        assertThatThrownBy(
                        () -> TestService.start(Object.class, "server.port=" + port, "management.server.port=" + port)
                                .close())
                .satisfies(error -> assertThat(Causes.find(error, InvalidConfigurationPropertyValueException.class))
                        .hasValueSatisfying(refusal -> assertThat(refusal.getReason())
                                .contains("management.server.port")
                                .contains("server.port, or internal routes would be public")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "8080"})
    void anInternalPortIsNeededAndIsNotTheDefaultPublicOne(String internal) {
        var environment = new MockEnvironment();
        if (!internal.isEmpty()) {
            environment.setProperty("management.server.port", internal);
        }

        assertThatThrownBy(() -> TwoPorts.require(environment))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("management.server.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "8180"})
    void differentPortsAndTwoFreeOnesAreFine(String internal) {
        var environment =
                new MockEnvironment().withProperty("server.port", "0").withProperty("management.server.port", internal);

        assertThatCode(() -> TwoPorts.require(environment)).doesNotThrowAnyException();
    }
}

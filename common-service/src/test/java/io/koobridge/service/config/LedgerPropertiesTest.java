package io.koobridge.service.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LedgerPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void everyDurationMustBePositiveAndIsNamedByItsKey() {
        assertThatThrownBy(() -> new LedgerProperties(Duration.ZERO, SECOND, SECOND))
                .hasMessage("koobridge.ledger.sweep-interval must be positive, is PT0S");
        assertThatThrownBy(() -> new LedgerProperties(SECOND, SECOND.negated(), SECOND))
                .hasMessageStartingWith("koobridge.ledger.sweep-grace");
        assertThatThrownBy(() -> new LedgerProperties(SECOND, SECOND, Duration.ZERO))
                .hasMessageStartingWith("koobridge.ledger.lease");
    }

    @Test
    void aCallOfTheMarketplaceFitsIntoNineTenthsOfALease() {
        var settings = new MockEnvironment().withProperty("koobridge.open-api.call-timeout", "9s");

        new LedgerProperties(SECOND, SECOND, Duration.ofSeconds(11)).requireOutlivesOpenApi(settings);
        assertThatThrownBy(() ->
                        new LedgerProperties(SECOND, SECOND, Duration.ofSeconds(10)).requireOutlivesOpenApi(settings))
                .hasMessage(
                        "nine tenths of koobridge.ledger.lease (PT9S) must be longer than koobridge.open-api.call-timeout (PT9S)");
    }

    @Test
    void withoutASettingACallTakesAsLongAsAnyMay() {
        assertThatThrownBy(() -> new LedgerProperties(SECOND, SECOND, Duration.ofSeconds(22))
                        .requireOutlivesOpenApi(new MockEnvironment()))
                .hasMessageEndingWith("(PT20S)");
    }
}

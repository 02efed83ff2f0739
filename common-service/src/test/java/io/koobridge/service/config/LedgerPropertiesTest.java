package io.koobridge.service.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
}

package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    /** Metrics, journals and the admission contract have these words. */
    @Test
    void eachOutcomeHasItsWord() {
        assertThat(new Applied<>("state").label()).isEqualTo("applied");
        assertThat(new Unchanged<>().label()).isEqualTo("unchanged");
        assertThat(new Stale<>("older").label()).isEqualTo("stale");
        assertThat(new Refused<>(Reason.RELEASED).label()).isEqualTo("refused");
    }
}

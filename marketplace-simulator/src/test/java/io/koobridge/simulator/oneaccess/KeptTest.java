package io.koobridge.simulator.oneaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final InstantSource source = () -> now;
    private final AtomicInteger count = new AtomicInteger();
    private final Kept<String> kept = new Kept<>(() -> "n" + count.incrementAndGet(), source.withZone(ZoneOffset.UTC));

    @Test
    void whatIsTakenIsGone() {
        String name = kept.add("ST-", "value", LIFE);

        assertThat(name).isEqualTo("ST-n1");
        assertThat(kept.find(name)).contains("value");
        assertThat(kept.take(name)).contains("value");
        assertThat(kept.take(name)).isEmpty();
    }

    @Test
    void nothingOutlivesItsTime() {
        String name = kept.add("", "value", LIFE);

        now = now.plus(LIFE).minusMillis(1);
        assertThat(kept.find(name)).contains("value");
        now = now.plusMillis(1);
        assertThat(kept.find(name)).isEmpty();
        assertThat(kept.take(name)).isEmpty();
    }

    @Test
    void theOldestMakeRoom() {
        String first = kept.add("", "first", LIFE);
        for (int i = 0; i < 10_000; i++) {
            kept.add("", "later", LIFE);
        }

        assertThat(kept.find(first)).isEmpty();
        assertThat(kept.find("n2")).contains("later");
    }
}

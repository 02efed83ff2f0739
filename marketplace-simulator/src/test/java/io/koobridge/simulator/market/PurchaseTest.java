package io.koobridge.simulator.market;

import static io.koobridge.simulator.market.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.market.Purchase.Accepted;
import io.koobridge.simulator.market.Purchase.Ordered;
import io.koobridge.simulator.market.Purchase.Ready;
import io.koobridge.simulator.market.Purchase.Refunded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PurchaseTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isRepeatedHourlyForThreeHoursAndThenRefunded() {
        Purchase purchase = Ordered.at(NOON, RetryPlan.DOCUMENTED);
        List<Instant> attempts = new ArrayList<>();
        Instant now = NOON;

        while (purchase instanceof Ordered ordered) {
            attempts.add(now);
            purchase = ordered.attemptFailed("resultCode is 000005", now.plusSeconds(5));
            if (purchase instanceof Ordered still && still.nextAttemptAt() != null) {
                now = still.nextAttemptAt();
            }
        }

        assertThat(attempts)
                .containsExactly(
                        NOON, NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2)), NOON.plus(HOUR.multipliedBy(3)));
        assertThat(purchase)
                .isEqualTo(new Refunded(
                        "resultCode is 000005", NOON.plus(HOUR.multipliedBy(3)).plusSeconds(5)));
    }

    @Property
    void isTriedFourTimesHoweverLongTheAnswersTake(@ForAll @Size(4) List<@IntRange(max = 1_000_000) Integer> seconds) {
        Purchase purchase = Ordered.at(NOON, RetryPlan.DOCUMENTED);
        Instant now = NOON;
        int attempts = 0;

        while (purchase instanceof Ordered ordered) {
            now = now.plusSeconds(seconds.get(attempts++));
            purchase = ordered.attemptFailed("no answer", now);
        }

        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void isRepeatedWithoutEndUntilAcknowledgedWhenAskedTo() {
        Purchase purchase = Ordered.at(NOON, RetryPlan.untilAcknowledged(Duration.ofSeconds(1)));

        for (int i = 0; i < 1000; i++) {
            assertThat(purchase).isInstanceOf(Ordered.class);
            purchase = ((Ordered) purchase).attemptFailed("no answer", NOON.plusSeconds(i));
        }

        assertThat(purchase).isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.nextAttemptAt())
                .isEqualTo(NOON.plusSeconds(1000)));
    }

    @Test
    void becomesReadyWithWhatTheSellerHandedOver() {
        Delivery delivery =
                new Delivery(new Delivery.AppInfo("https://app.example.com", null, null, null, null), List.of());

        Accepted accepted = Ordered.at(NOON, RetryPlan.DOCUMENTED).accepted("kb1", NOON);
        Ready ready = accepted.ready(delivery, NOON.plusSeconds(9));

        assertThat(ready).isEqualTo(new Ready("kb1", NOON, delivery, NOON.plusSeconds(9)));
        assertThat(ready.isOver()).isTrue();
    }
}

package io.koobridge.gateway.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class GatheringTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<List<Integer>> taken = new ArrayList<>();
    private final Gathering<Integer> gathering = new Gathering<>(Gathering.MOMENT, 3, 4, this::take);
    private boolean away;

    @Test
    void whatComesWithinAMomentIsTakenTogetherAtItsEnd() {
        offer(1);
        time.advanceTimeBy(Gathering.MOMENT.minusMillis(1));
        offer(2);

        assertThat(taken).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(taken).containsExactly(List.of(1, 2));
    }

    @Test
    void whatComesLaterBeginsAMomentOfItsOwn() {
        offer(1);
        time.advanceTimeBy(Gathering.MOMENT);
        offer(2);
        time.advanceTimeBy(Gathering.MOMENT);

        assertThat(taken).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void enoughDoNotWaitForTheEndOfTheMoment() {
        offer(1);
        offer(2);
        offer(3);

        assertThat(taken).containsExactly(List.of(1, 2, 3));
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void moreThanCanWaitAreRefused() {
        away = true;
        for (int i = 0; i < 4; i++) {
            offer(i);
        }

        assertThat(gathering.offer(5, time)).isFalse();
        away = false;
        time.advanceTimeBy(Gathering.MOMENT);
        assertThat(taken).containsExactly(List.of(0, 1, 2, 3));
    }

    private void offer(int one) {
        assertThat(gathering.offer(one, time)).isTrue();
    }

    private void take() {
        var all = new ArrayList<Integer>();
        while (!away && !gathering.isEmpty()) {
            all.add(gathering.poll());
        }
        if (!all.isEmpty()) {
            taken.add(all);
        }
    }
}

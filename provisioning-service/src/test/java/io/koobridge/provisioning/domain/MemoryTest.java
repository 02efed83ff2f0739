package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.UPGRADE;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.provisioning.Instances;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void theLastSixteenCallsThatSetAStateAreRemembered() {
        var memory = after(17, new InstanceFrozen());

        assertThat(memory.holds("fact-0")).isFalse();
        assertThat(memory.holds("fact-1")).isTrue();
        assertThat(memory.holds("fact-16")).isTrue();
        assertThat(memory.with(fact("thaw", 900, new InstanceUnfrozen())).holds("fact-1"))
                .isFalse();
    }

    @Test
    void theLastSixtyFourOrdersAreRemembered() {
        var memory = after(65, UPGRADE);

        assertThat(memory.holds("fact-0")).isFalse();
        assertThat(memory.holds("fact-1")).isTrue();
    }

    @Test
    void noNumberOfFreezesMakesAnOrderForgotten() {
        var memory = Memory.EMPTY.with(fact("upgrade", 0, UPGRADE));
        for (int i = 0; i < 100; i++) {
            memory = memory.with(fact("freeze-" + i, i, new InstanceFrozen()));
        }

        assertThat(memory.holds("upgrade")).isTrue();
    }

    @Test
    void whatWasLearnedTakesNoPlace() {
        assertThat(Memory.EMPTY.with(fact("learned", 0, Instances.LEARNED))).isEqualTo(Memory.EMPTY);
    }

    private static Memory after(int facts, InstanceFact each) {
        return IntStream.range(0, facts)
                .mapToObj(i -> fact("fact-" + i, i, each))
                .reduce(Memory.EMPTY, Memory::with, (_, last) -> last);
    }
}

package io.koobridge.simulator.playing;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.life.Refresh.Scene;
import io.koobridge.simulator.life.RefreshWish;
import io.koobridge.simulator.life.StatusWish;
import io.koobridge.simulator.life.UpgradeWish;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChaosScriptTest {

    @Test
    void theSeedAloneDecides() {
        assertThat(moves(42, 3, 200)).isEqualTo(moves(42, 3, 200)).isNotEqualTo(moves(43, 3, 200));
    }

    private static String moves(long seed, int index, int count) {
        ChaosScript script = new ChaosScript(seed, index);
        return Stream.generate(script::next).limit(count).toList().toString();
    }

    @Property(tries = 200)
    void everyMoveIsLegalIfAllBeforeItWereAcknowledged(@ForAll long seed, @ForAll @IntRange(max = 7) int index) {
        ChaosScript script = new ChaosScript(seed, index);
        boolean trial = script.trial();
        int renewals = 0;
        for (int i = 0; i < 300; i++) {
            ChaosScript.Move move = script.next();
            if (move.reordered()) {
                assertThat(move.wish()).isInstanceOfAny(StatusWish.Freeze.class, StatusWish.Unfreeze.class);
            }
            if (move.wish() instanceof UpgradeWish) {
                assertThat(script.mode().hasPeriod()).isTrue();
            }
            if (move.wish() instanceof RefreshWish refresh) {
                assertThat(script.mode().hasPeriod()).isTrue();
                assertThat(refresh.scene() != Scene.TRIAL_TO_FORMAL || trial).isTrue();
                assertThat(refresh.scene() != Scene.UNSUBSCRIBE_RENEWAL_PERIOD || renewals > 0)
                        .isTrue();
                trial &= refresh.scene() != Scene.TRIAL_TO_FORMAL;
                renewals += switch (refresh.scene()) {
                    case UNSUBSCRIBE_RENEWAL_PERIOD -> -1;
                    case RENEWAL, RENEWAL_CHANGE -> 1;
                    case null, default -> 0;
                };
            }
        }
    }
}

package io.koobridge.simulator.playing;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.fault.Fits;
import io.koobridge.simulator.life.CheckWish;
import io.koobridge.simulator.life.ExpireWish;
import io.koobridge.simulator.life.Refresh.Scene;
import io.koobridge.simulator.life.RefreshWish;
import io.koobridge.simulator.life.StatusWish;
import io.koobridge.simulator.life.UpgradeWish;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Edition;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChaosScriptTest {

    private static final List<Edition> BOTH = List.of(Edition.V2, Edition.V1);

    @Test
    void theSeedAloneDecides() {
        assertThat(moves(42, 3, 200)).isEqualTo(moves(42, 3, 200)).isNotEqualTo(moves(43, 3, 200));
    }

    private static String moves(long seed, int index, int count) {
        ChaosScript script = new ChaosScript(seed, index, BOTH);
        return Stream.generate(script::next).limit(count).toList().toString();
    }

    @Test
    void everyEditionSellsEveryModeAndWhatItSoldIsListedAnew() {
        for (int index = 0; index < 8; index++) {
            int each = index;
            assertThat(new ChaosScript(42, index, BOTH).edition()).isEqualTo(index < 4 ? Edition.V2 : Edition.V1);
            assertThat(LongStream.range(0, 20).mapToObj(seed -> new ChaosScript(seed, each, BOTH)))
                    .as("scripts of place %d", index)
                    .anySatisfy(script -> assertThat(
                                    Stream.generate(script::next).limit(200).map(ChaosScript.Move::edition))
                            .contains(Edition.V1, Edition.V2));
        }
    }

    @Test
    void oneEditionAloneIsNeverLeft() {
        for (Edition edition : Edition.values()) {
            ChaosScript script = new ChaosScript(42, 5, List.of(edition));
            assertThat(Stream.generate(script::next).limit(200).map(ChaosScript.Move::edition))
                    .containsOnly(edition);
        }
    }

    @Property(tries = 200)
    void everyMoveIsLegalIfAllBeforeItWereAcknowledged(@ForAll long seed, @ForAll @IntRange(max = 7) int index) {
        ChaosScript script = new ChaosScript(seed, index, BOTH);
        boolean trial = script.trial();
        int renewals = 0;
        for (int i = 0; i < 300; i++) {
            ChaosScript.Move move = script.next();
            Fits.require(move.edition(), move.faults());
            boolean v1 = move.edition() == Edition.V1;
            if (move.wish() instanceof CheckWish) {
                assertThat(v1).isFalse();
            }
            if (move.wish() instanceof ExpireWish) {
                assertThat(v1).isTrue();
            }
            if (v1 && script.mode() != ChargingMode.PERIOD) {
                assertThat(move.wish()).isNotInstanceOfAny(ExpireWish.class, RefreshWish.class, UpgradeWish.class);
            }
            if (move.reordered()) {
                assertThat(move.wish()).isInstanceOfAny(StatusWish.Freeze.class, StatusWish.Unfreeze.class);
            }
            if (move.wish() instanceof UpgradeWish) {
                assertThat(script.mode().hasPeriod()).isTrue();
            }
            if (move.wish() instanceof RefreshWish refresh) {
                assertThat(script.mode().hasPeriod()).isTrue();
                assertThat(v1 && refresh.scene() == Scene.RENEWAL_CHANGE).isFalse();
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

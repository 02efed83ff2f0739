package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 271_828})
    void dealsEachDeedOnceBeforeAnyComesAgain(long seed) {
        var deck = new Deck(new Random(seed));

        for (int round = 0; round < 3; round++) {
            assertThat(dealt(deck, Deed.values().length)).containsExactlyInAnyOrder(Deed.values());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 271_828})
    void givesEveryVictimItsTurnFirst(long seed) {
        var deck = new Deck(new Random(seed));

        assertThat(dealt(deck, Deed.Victim.values().length))
                .extracting(Deed::victim)
                .containsExactlyInAnyOrder(Deed.Victim.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 271_828})
    void followsFromTheSeed(long seed) {
        assertThat(dealt(new Deck(new Random(seed)), 30)).isEqualTo(dealt(new Deck(new Random(seed)), 30));
        assertThat(dealt(new Deck(new Random(seed)), 12)).isNotEqualTo(dealt(new Deck(new Random(seed + 1)), 12));
    }

    private static List<Deed> dealt(Deck deck, int count) {
        return Stream.generate(deck::deal).limit(count).toList();
    }
}

package io.koobridge.system.running;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Deeds in an order that follows from the random generator: none comes again before all have come, and in the first six
 * every victim has its turn, so that a short run leaves nobody out.
 */
final class Deck {

    private final Random random;
    private final Deque<Deed> left = new ArrayDeque<>();

    Deck(Random random) {
        this.random = random;
    }

    Deed deal() {
        if (left.isEmpty()) {
            shuffle();
        }
        return left.removeFirst();
    }

    private void shuffle() {
        var all = new ArrayList<>(Arrays.asList(Deed.values()));
        Collections.shuffle(all, random);
        var byVictim = List.copyOf(
                all.stream().collect(Collectors.groupingBy(Deed::victim)).values());
        for (int turn = 0; left.size() < all.size(); turn++) {
            var together = new ArrayList<Deed>();
            for (var ofOne : byVictim) {
                ofOne.stream().skip(turn).limit(1).forEach(together::add);
            }
            Collections.shuffle(together, random);
            left.addAll(together);
        }
    }
}

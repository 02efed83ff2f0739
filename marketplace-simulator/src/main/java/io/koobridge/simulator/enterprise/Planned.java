package io.koobridge.simulator.enterprise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call to be made. It is written when it is its turn, so that a long list of calls needs the memory of one.
 *
 * @param at time of the body; null: when it is sent
 */
record Planned(Supplier<Message> message, @Nullable Instant at) {
    /** As many as the documents allow in one call (tenant-sync §4.6). */
    private static final int MOST_USERS = 500;

    static Planned of(Supplier<Message> message) {
        return new Planned(message, null);
    }

    static List<Planned> users(Truth truth, int flag, int[] numbers) {
        List<Planned> calls = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += MOST_USERS) {
            int[] some = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + MOST_USERS));
            calls.add(of(() -> truth.words()
                    .users(
                            flag,
                            Arrays.stream(some).mapToObj(truth.roster()::member).toList())));
        }
        return calls;
    }
}

package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.life.NotNow;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whom an operation is about: these, or the first so many that it can be about.
 *
 * @param users user names
 */
public record Choice(@Nullable Integer count, @Nullable List<String> users) {
    private static final int MOST_NAMED = 10_000;

    public Choice {
        if ((count == null) == (users == null)) {
            throw new IllegalArgumentException("either count or users must be given");
        }
        if (count != null && (count < 1 || count > Roster.MOST)) {
            throw new IllegalArgumentException("count must be a number from 1 to " + Roster.MOST);
        }
        if (users != null && (users.isEmpty() || users.size() > MOST_NAMED)) {
            throw new IllegalArgumentException("users must name 1 to " + MOST_NAMED);
        }
        users = users == null ? null : List.copyOf(users);
    }

    int[] of(Roster roster, IntPredicate possible) {
        int[] chosen = users == null
                ? roster.numbers(possible).limit(count == null ? 0 : count).toArray()
                : users.stream()
                        .mapToInt(name -> roster.known(name).number())
                        .filter(possible)
                        .distinct()
                        .toArray();
        if (chosen.length == 0) {
            throw new NotNow("there is nobody of whom that could be said");
        }
        return chosen;
    }
}

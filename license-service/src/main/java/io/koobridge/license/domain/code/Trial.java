package io.koobridge.license.domain.code;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out which entry of a refused report is the reason: reports become smaller until one is refused alone. That one is given up once
 * the marketplace took another one; when it takes none, the reason is not in them, and nothing is given up.
 *
 * @param most so many entries are reported with the next call
 * @param refused those that were refused alone
 * @param proven whether the marketplace took others meanwhile
 */
public record Trial(int most, List<Usage.Entry> refused, boolean proven) {

    /** The most that one call takes of one code (license §5.5). */
    public static final int MOST = 100;

    /** So many refused alone, and none taken, say that all will be. */
    private static final int HOPES = 10;

    static final Trial BEGIN = new Trial(MOST, List.of(), false);

    public Trial {
        refused = List.copyOf(refused);
    }

    Trial narrowed(int size) {
        return new Trial(Math.max(1, size / 2), refused, proven);
    }

    Trial alone(Usage.Entry entry) {
        return new Trial(1, Stream.concat(refused.stream(), Stream.of(entry)).toList(), proven);
    }

    /** Whether it is worth to try others. */
    boolean hopeful() {
        return refused.size() < HOPES;
    }

    /** It was in them; absent: reports have their size again. */
    @Nullable Trial taken() {
        return most * 2 > MOST ? null : new Trial(most * 2, List.of(), true);
    }

    /** One was given up; the next one needs a proof of its own. */
    Trial givenUp() {
        return new Trial(most, List.of(), false);
    }
}

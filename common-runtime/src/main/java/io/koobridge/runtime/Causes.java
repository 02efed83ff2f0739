package io.koobridge.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is behind an error. */
public final class Causes {

    /** A chain of causes may bite its own tail. */
    private static final int LONGEST_CHAIN = 16;

    private Causes() {}

    /** The error and its causes, the deepest last. */
    public static List<Throwable> of(Throwable error) {
        var causes = new ArrayList<Throwable>();
        for (var cause = error; cause != null && causes.size() < LONGEST_CHAIN; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** The error or the first of its causes that is of this type. */
    public static <E extends Throwable> Optional<E> find(Throwable error, Class<E> type) {
        return of(error).stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}

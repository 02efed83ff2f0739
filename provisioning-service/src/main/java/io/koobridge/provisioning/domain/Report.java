package io.koobridge.provisioning.domain;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import org.jspecify.annotations.Nullable;

/** How a wish ended that the product had been working on, as the product tells it by itself. */
public sealed interface Report {

    /** It is so. Without access data, what is known of them stays. */
    record Ready(@Nullable Access access) implements Report {}

    /** It cannot be so, whoever asks again. */
    record Impossible(Failure why) implements Report {}

    /**
     * What the report does to an instance. It counts for the wish that is current; for an earlier one it is too late, for
     * the wish has changed and the product was, or will be, asked again.
     *
     * @param generation of the wish that the report is about
     */
    default Outcome<Instance> on(@Nullable Instance current, long generation) {
        if (current == null) {
            return new Refused<>(Reason.UNKNOWN_INSTANCE);
        }
        if (generation != current.generation()) {
            return new Stale<>("generation %d is wanted now".formatted(current.generation()));
        }
        if (this instanceof Ready(var access) && access == null && current.needsAccess()) {
            return new Refused<>(Reason.NO_ACCESS);
        }
        var next =
                switch (this) {
                    case Ready(var access) -> current.madeReal(access);
                    case Impossible(var why) -> madeReal(current) ? current : current.refused(why);
                };
        return next.equals(current) ? new Unchanged<>() : new Applied<>(next);
    }

    /** What was made real once is not taken back by a late refusal of the same wish. */
    private static boolean madeReal(Instance current) {
        return current.reconciled() && current.status().failure() == null;
    }
}

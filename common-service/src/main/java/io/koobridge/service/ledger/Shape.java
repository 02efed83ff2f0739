package io.koobridge.service.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a ledger has to know about the states it keeps, which know nothing of it: they are domain records. */
public interface Shape<S> {

    Class<S> type();

    /** Rises with every change of what is wanted; the fencing number of every outside call. */
    long generation(S state);

    /** The state in one word, for the timeline. */
    String phase(S state);

    /** The marketplace's order that the state is about, for the log; absent where there is none. */
    default @Nullable String orderId(S state) {
        return null;
    }

    /** How long this state may be unsettled before it counts as stuck (design §5). */
    Duration patience(S state);
}

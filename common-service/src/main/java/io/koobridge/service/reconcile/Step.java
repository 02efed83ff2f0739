package io.koobridge.service.reconcile;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** What a worker has to say after it compared what is wanted with what is. */
public sealed interface Step<S> {

    /** Nothing is left to do: reality is as wanted. */
    record Settled<S>(S state) implements Step<S> {}

    /** Refused for good: nobody tries again until somebody asks to, and a person should know. The state says so too. */
    record Stopped<S>(S state, String why) implements Step<S> {}

    /** Something was learned that belongs into the ledger before the work goes on. */
    record Progressed<S>(S state) implements Step<S> {}

    /**
     * The same, of an answer that must not be lost: where the document moved while the outside world was slow, it is learned by the document as it became.
     *
     * @param learning pure: it may be asked several times, of states that the worker has not seen
     */
    record Learned<S>(UnaryOperator<S> learning) implements Step<S> {}

    /** The outside world works on it; not to be asked again before this long. */
    record Waiting<S>(Duration after) implements Step<S> {}

    /**
     * Nothing is to be done before this long, and what is known so far is told to the world now. Nobody is late with anything until then, so
     * it counts as stuck only when it is not done long after.
     */
    record Resting<S>(Duration until) implements Step<S> {}

    /** It did not work, or nobody knows whether it did; the next rung tries again. */
    record Failed<S>(String why) implements Step<S> {}

    default String label() {
        return switch (this) {
            case Settled<S> _ -> "settled";
            case Stopped<S> _ -> "stopped";
            case Progressed<S> _, Learned<S> _ -> "progressed";
            case Waiting<S> _ -> "waiting";
            case Resting<S> _ -> "resting";
            case Failed<S> _ -> "failed";
        };
    }
}

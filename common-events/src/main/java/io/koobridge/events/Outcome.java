package io.koobridge.events;

/**
 * What a fact does to a state. A value, because each of the four is an ordinary day: the consumer writes it, the
 * gateway's admission asks for it without writing, the console previews it.
 */
public sealed interface Outcome<S> {

    /** The fact changes the state to this one. */
    record Applied<S>(S state) implements Outcome<S> {}

    /** The fact was known, or asks for what already is. Success to the caller. */
    record Unchanged<S>() implements Outcome<S> {}

    /** The fact is older than what it would change. Success to the caller, who cannot know. */
    record Stale<S>(String why) implements Outcome<S> {}

    /** The fact asks for what cannot be. */
    record Refused<S>(Reason reason) implements Outcome<S> {}

    /** The outcome's name as it stands in metrics and journals. */
    default String label() {
        return switch (this) {
            case Applied<S> _ -> "applied";
            case Unchanged<S> _ -> "unchanged";
            case Stale<S> _ -> "stale";
            case Refused<S> _ -> "refused";
        };
    }
}

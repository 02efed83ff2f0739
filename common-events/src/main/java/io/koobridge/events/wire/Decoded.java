package io.koobridge.events.wire;

import io.koobridge.events.Event;

/** A record is readable or it is a dead letter; a reader never throws over what somebody else wrote. */
public sealed interface Decoded<T> {

    /** An event of this family. Nothing that is not {@code @Nullable} is missing in it. */
    record Intact<T>(Event<T> event) implements Decoded<T> {}

    /**
     * Not an event of this family.
     *
     * @param why one sentence for the operator, naming the attribute or member
     */
    record Unreadable<T>(String why) implements Decoded<T> {}
}

package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.FailureReason;
import org.jspecify.annotations.Nullable;

/** How one instance does, as the marketplace may know it. */
public sealed interface Standing {

    /** The buyer can use it, or could, had it not been frozen. */
    record Ready(InstanceViews.View view) implements Standing {}

    /** Ours, and not there yet. */
    record Preparing() implements Standing {}

    /** Refused for good. */
    record Failed(FailureReason reason) implements Standing {}

    /**
     * It was there, and is not any more.
     *
     * @param frontEndUrl where it was, if that is known: to a buyer who asks, even that is an answer
     */
    record Gone(@Nullable String frontEndUrl) implements Standing {}

    /** Never heard of, or released. */
    record Unknown() implements Standing {}
}

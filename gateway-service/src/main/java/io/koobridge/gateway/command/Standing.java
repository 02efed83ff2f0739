package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.FailureReason;

/** How one instance does, as the marketplace may know it. */
public sealed interface Standing {

    /** The buyer can use it, or could, had it not been frozen. */
    record Ready(InstanceViews.View view) implements Standing {}

    /** Ours, and not there yet. */
    record Preparing() implements Standing {}

    /** Refused for good. */
    record Failed(FailureReason reason) implements Standing {}

    /** Never heard of, or released. */
    record Unknown() implements Standing {}
}

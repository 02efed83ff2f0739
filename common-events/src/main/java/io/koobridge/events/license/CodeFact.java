package io.koobridge.events.license;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the marketplace told about one authorization code, which is the event's subject (license §4). */
public sealed interface CodeFact {

    /**
     * It is paid for until another time.
     *
     * @param order a new one, of a renewal or of its cancellation
     * @param productId present when the change sells another product
     * @param expiresAt absolute; may be earlier than what was known
     */
    record CodeTermChanged(
            TermChange change, OrderKey order, @Nullable String productId, Instant expiresAt) implements CodeFact {}

    /** Expired beyond its days of grace: not to be used, may come back. */
    record CodeFrozen() implements CodeFact {}

    /** Renewed. */
    record CodeUnfrozen() implements CodeFact {}

    /**
     * Not renewed, or unsubscribed: never to be used again.
     *
     * @param order when it was unsubscribed
     */
    record CodeReleased(@Nullable OrderKey order) implements CodeFact {}
}

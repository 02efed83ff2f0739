package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.gateway.address.ProductionAddress;
import java.time.Instant;

/**
 * What came with a command.
 *
 * @param signedAt the marketplace's time
 * @param receivedAt ours
 * @param traceparent W3C trace context
 */
public record Circumstances(
        ProductionAddress address, Instant signedAt, Instant receivedAt, String traceparent, Deadline deadline) {

    /** A fact that was told under them. */
    <F> Event<F> event(String factId, String subject, F fact) {
        return new Event<>(factId, subject, address.path(), signedAt, receivedAt, traceparent, fact);
    }
}

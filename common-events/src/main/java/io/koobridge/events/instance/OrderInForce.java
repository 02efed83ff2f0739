package io.koobridge.events.instance;

import java.time.Instant;

/**
 * The order that an instance is paid by now: the purchase, or the last renewal that was not cancelled. Licences are counted for
 * each such order (license §3.5).
 *
 * @param since when the marketplace told of it
 */
public record OrderInForce(OrderKey order, Instant since) {}

package io.koobridge.simulator.calling;

import java.time.Instant;

/** Where orders get their ids and their time. */
public record Till(Ids ids, Timing timing) {

    public String newOrderId() {
        return ids.orderId();
    }

    /** Marketplace time. */
    public Instant now() {
        return timing.business().now();
    }
}

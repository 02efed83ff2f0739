package io.koobridge.simulator.calling;

/** What follows from an order besides its own call. */
public record Afterwards(Polling polling, OrderPaid orders) {}

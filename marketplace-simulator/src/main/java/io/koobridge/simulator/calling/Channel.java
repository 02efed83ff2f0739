package io.koobridge.simulator.calling;

/** What a letter is: its method, its key, its address and how long its answer may take (design §10). */
public enum Channel {
    /** POST, signed body. */
    V2,
    /** GET, {@code authToken}, signed answer. */
    V1,
    /** POST to the address of order notifications. */
    ORDERS
}

package io.koobridge.gateway.fuzz;

/** A call as it is sent, of whatever edition. */
interface Sent {

    Place place();

    String method();

    /** Undecoded. */
    String query();

    byte[] body();

    /** The header {@code authToken}; empty where there is none. */
    default String tokenHeader() {
        return "";
    }
}

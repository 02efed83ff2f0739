package io.koobridge.stack.demo;

/** Stops processes of the suite, by the names that they have in its logs. */
public interface Outages {

    /** It is there and does nothing, until {@link #goOn}. */
    void hang(String process);

    void goOn(String process);

    /** Killed, and not started again until {@link #up}. */
    void down(String process);

    /** Returns when it serves again. */
    void up(String process);
}

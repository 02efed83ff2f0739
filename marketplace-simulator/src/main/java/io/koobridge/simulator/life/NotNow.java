package io.koobridge.simulator.life;

/** What was asked for is impossible in this state; the message says why. */
public final class NotNow extends RuntimeException {
    public NotNow(String why) {
        super(why, null, false, false);
    }
}

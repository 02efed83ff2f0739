package io.koobridge.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** What all bodies that are being held may take together, so that no number of callers can fill the memory (design §3.1). */
public final class BodyBudget {

    private final AtomicLong left;

    public BodyBudget(long bytes) {
        left = new AtomicLong(bytes);
    }

    long left() {
        return left.get();
    }

    /** False, and nothing taken, when there is no room. */
    boolean take(int bytes) {
        return left.getAndUpdate(now -> now < bytes ? now : now - bytes) >= bytes;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}

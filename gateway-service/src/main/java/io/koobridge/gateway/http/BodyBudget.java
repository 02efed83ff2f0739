package io.koobridge.gateway.http;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What all bodies that are being held may take together, so that no number of callers can fill the memory (design §3.1). */
public final class BodyBudget {

    private final AtomicLong left;
    private final @Nullable BodyBudget whole;

    public BodyBudget(long bytes) {
        this(bytes, null);
    }

    private BodyBudget(long bytes, @Nullable BodyBudget whole) {
        this.left = new AtomicLong(bytes);
        this.whole = whole;
    }

    /** A part of it: what is taken of the part is taken of the whole, too. */
    public BodyBudget part(long bytes) {
        return new BodyBudget(bytes, this);
    }

    long left() {
        return left.get();
    }

    /** False, and nothing taken, when there is no room. */
    boolean take(int bytes) {
        if (left.getAndUpdate(now -> now < bytes ? now : now - bytes) < bytes) {
            return false;
        }
        if (whole == null || whole.take(bytes)) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
        if (whole != null) {
            whole.giveBack(bytes);
        }
    }
}

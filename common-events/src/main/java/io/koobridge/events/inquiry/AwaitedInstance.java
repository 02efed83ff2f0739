package io.koobridge.events.inquiry;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/instances:await}: how the instance of an order is once it is ready or was refused for
 * good, or how it was when the time was over (design §3.8). Waiting changes nothing.
 *
 * @param view absent when the order was not known until then
 */
public record AwaitedInstance(InstanceViews.@Nullable View view) {

    /**
     * The question, asked beside storing the purchase: what had been refused for good before is under way again, so the
     * answer is what becomes of it.
     *
     * @param waitMillis how long the answer may be held; 0 to {@value #LONGEST_MILLIS}
     */
    public record Question(InstanceKind kind, OrderKey order, long waitMillis) {

        public static final long LONGEST_MILLIS = 15_000;

        public Question {
            if (waitMillis < 0 || waitMillis > LONGEST_MILLIS) {
                throw new IllegalArgumentException(
                        "an answer is held for 0 to %d ms, not %d".formatted(LONGEST_MILLIS, waitMillis));
            }
        }
    }
}

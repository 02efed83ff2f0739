package io.koobridge.events.inquiry;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the instance of an order is. Answer to {@code POST /internal/instances:await}, once it is ready or was refused for good, or when the time
 * was over (design §3.8); and one of the answers to {@code POST /internal/instances:glance}, at once. Neither changes anything.
 *
 * @param view absent when the order was not known until then
 */
public record OrderedInstance(InstanceViews.@Nullable View view) {

    /**
     * The question that is held, asked beside storing the purchase: what had been refused for good before is under way again, so the answer is
     * what becomes of it.
     *
     * @param waitMillis how long the answer may be held; 1 to {@value #LONGEST_MILLIS}
     */
    public record Wait(InstanceKind kind, OrderKey order, long waitMillis) {

        public static final long LONGEST_MILLIS = 15_000;

        public Wait {
            if (waitMillis < 1 || waitMillis > LONGEST_MILLIS) {
                throw new IllegalArgumentException(
                        "an answer is held for 1 to %d ms, not %d".formatted(LONGEST_MILLIS, waitMillis));
            }
        }
    }

    /**
     * What a glance answers to {@link InstanceResolution.Questions}.
     *
     * @param instances one for each question, in their order
     */
    public record Glances(List<OrderedInstance> instances) {

        public Glances {
            instances = List.copyOf(instances);
        }
    }
}

package io.koobridge.events.inquiry;

import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which instance an order already has: one of the answers to {@code POST /internal/instances:resolve}. Asking changes nothing.
 *
 * @param instanceId absent when the order is not known yet; may differ from the derived one, where an imported instance
 *     owns the order
 * @param phase absent exactly when {@code instanceId} is
 * @param ready the buyer can use it or could, had it not been frozen
 * @param failure present when provisioning was refused for good
 */
public record InstanceResolution(
        @Nullable String instanceId,
        @Nullable Phase phase,
        boolean ready,
        @Nullable FailureReason failure) {

    /** No instance has the order yet. */
    public static final InstanceResolution UNKNOWN = new InstanceResolution(null, null, false, null);

    public InstanceResolution {
        if ((instanceId == null) != (phase == null)) {
            throw new IllegalArgumentException("instanceId and phase are both there or both absent");
        }
    }

    /** One question. */
    public record Question(InstanceKind kind, OrderKey order) {}

    /**
     * What is posted: a gateway under load asks for many of its callers at once.
     *
     * @param questions 1 to {@value #MOST}
     */
    public record Questions(List<Question> questions) {

        public static final int MOST = 64;

        public Questions {
            questions = List.copyOf(questions);
            if (questions.isEmpty() || questions.size() > MOST) {
                throw new IllegalArgumentException(
                        "1 to %d questions are asked at once, not %d".formatted(MOST, questions.size()));
            }
        }
    }

    /**
     * What is answered.
     *
     * @param resolutions one for each question, in their order
     */
    public record Resolutions(List<InstanceResolution> resolutions) {

        public Resolutions {
            resolutions = List.copyOf(resolutions);
        }
    }
}

package io.koobridge.events.inquiry;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/instances:query}: one view for each asked id that is known, in the order asked.
 */
public record InstanceViews(List<View> instances) {

    public InstanceViews {
        instances = List.copyOf(instances);
    }

    /**
     * The question.
     *
     * @param kind instances of the other kind are unknown here
     * @param instanceIds at most 100, as the protocol allows (saas-v2 §4.1)
     */
    public record Question(InstanceKind kind, List<String> instanceIds) {

        public Question {
            instanceIds = List.copyOf(instanceIds);
        }
    }

    /**
     * One instance, for the buyer's page.
     *
     * @param instanceId as asked; an alias answers under its own name
     * @param appInfo present once ready
     * @param failure present when it failed for good
     * @param usage present for metered instances, also before the first use
     */
    public record View(
            String instanceId,
            Phase phase,
            @Nullable AppInfo appInfo,
            @Nullable FailureReason failure,
            @Nullable List<Usage> usage) {

        public View {
            usage = usage == null ? null : List.copyOf(usage);
        }
    }

    /**
     * Usage so far (saas-v2 §4.2).
     *
     * @param relatedInstanceId for a package: the pay-per-use instance that this usage belongs to
     * @param value at most 4 decimals
     * @param asOf when the value was true
     */
    public record Usage(
            @Nullable String relatedInstanceId,
            BigDecimal value,
            Instant asOf,
            @Nullable String dashboardUrl) {}
}

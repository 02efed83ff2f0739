package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Report;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Read;
import io.koobridge.runtime.webhook.WebhookJson.Reading.Unreadable;
import io.koobridge.runtime.webhook.WebhookText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the product tells by itself after it had answered WORKING: its answer, and which wish it is about.
 *
 * @param status {@code READY} or {@code REFUSED}
 */
public record ProductResult(
        String instanceId,
        long generation,
        String status,
        @Nullable AppInfo appInfo,
        @Nullable FailureReason reason,
        @Nullable String detail) {

    private static final String READY = "READY";
    private static final String REFUSED = "REFUSED";
    private static final int LONGEST_ID = 64;

    /** What a body comes to. */
    public sealed interface Reading {
        record Valid(ProductResult result) implements Reading {}

        record Illegible(String why) implements Reading {}

        /** Every fault, each a sentence without its full stop. */
        record Faulty(List<String> faults) implements Reading {}
    }

    /** Never throws, whatever was sent, and never quotes it. */
    public static Reading read(byte[] body) {
        return switch (WebhookJson.read(body, ProductResult.class)) {
            case Read<ProductResult>(var result) -> result.checked();
            case Unreadable<ProductResult>(var why) -> new Reading.Illegible(why);
        };
    }

    private Reading checked() {
        var faults = new ArrayList<String>();
        if (instanceId.isBlank() || instanceId.length() > LONGEST_ID || !WebhookText.wellFormed(instanceId)) {
            faults.add("instanceId must have 1 to %d characters".formatted(LONGEST_ID));
        }
        if (!List.of(READY, REFUSED).contains(status)) {
            faults.add("status must be READY or REFUSED");
        }
        faults.addAll(faults(AccessForm.PLAIN));
        return faults.isEmpty() ? new Reading.Valid(this) : new Reading.Faulty(faults);
    }

    /** What the buyer of such an instance could not be shown, each a sentence without its full stop. */
    public List<String> faults(AccessForm form) {
        return status.equals(READY) && appInfo != null ? AnswerCheck.faults(appInfo, form) : List.of();
    }

    /** What it says about an instance as it was read, which may be older than what the report is decided on. */
    public Report report(Instance instance, SealedAccess sealing) {
        return status.equals(READY)
                ? new Report.Ready(access(instance, sealing))
                : new Report.Impossible(
                        new Failure(reason == null ? FailureReason.OTHER : reason, WebhookText.sentence(detail)));
    }

    /** What is known already stays as it is sealed, so that the same result again changes nothing. */
    private @Nullable Access access(Instance instance, SealedAccess sealing) {
        if (appInfo == null) {
            return null;
        }
        var known = instance.status().access();
        if (known != null && appInfo.equals(sealing.open(instanceId, known))) {
            return known;
        }
        return sealing.seal(instanceId, appInfo);
    }
}

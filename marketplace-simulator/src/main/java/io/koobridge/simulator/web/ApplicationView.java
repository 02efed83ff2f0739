package io.koobridge.simulator.web;

import io.koobridge.simulator.applying.Application;
import io.koobridge.simulator.applying.Received;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application for a licence as the API shows it. {@code appliedAt} and {@code deliveredAt} are marketplace time. */
record ApplicationView(
        String eventId,
        String orderId,
        String instanceId,
        Application.State state,
        @Nullable Object effectiveTime,
        @Nullable Object expireTime,
        @Nullable Object deviceFingerprint,
        Instant appliedAt,
        @Nullable Instant deliveredAt,
        @Nullable String resultCode,
        @Nullable String reason,
        @Nullable Delivered delivered,
        int attemptCount,
        List<AttemptView> attempts) {

    record Delivered(
            Received.Type type,
            @Nullable String fileName,
            int size,
            String sha256,
            int timesReceived,
            boolean bytesKept) {
        static @Nullable Delivered of(@Nullable Received received) {
            return received == null
                    ? null
                    : new Delivered(
                            received.type(),
                            received.fileName(),
                            received.size(),
                            received.sha256(),
                            received.timesReceived(),
                            received.bytes() != null);
        }
    }

    static ApplicationView of(Application application) {
        Application.Course course = application.course();
        return new ApplicationView(
                application.eventId(),
                application.orderId(),
                application.instanceId(),
                course.state(),
                application.members().get("effectiveTime"),
                application.members().get("expireTime"),
                application.members().get("deviceFingerprint"),
                course.appliedAt(),
                course.deliveredAt(),
                course.resultCode(),
                course.reason(),
                Delivered.of(course.received()),
                course.attemptCount(),
                course.attempts().stream().map(AttemptView::of).toList());
    }
}

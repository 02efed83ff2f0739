package io.koobridge.simulator.web;

import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.Delivery;
import io.koobridge.simulator.signing.BodySign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call of a step as the API shows it. {@code sentAt} is real time. */
record AttemptView(
        int number,
        Attempt.Kind kind,
        @Nullable String fault,
        @Nullable String expected,
        @Nullable Boolean asExpected,
        @Nullable String businessId,
        Instant signedAt,
        Instant sentAt,
        long millis,
        @Nullable Integer httpStatus,
        @Nullable String resultCode,
        @Nullable String instanceId,
        Delivery.@Nullable AppInfo appInfo,
        @Nullable BodySign bodySign,
        @Nullable String breach,
        @Nullable String reason) {

    static AttemptView of(Attempt attempt) {
        Attempt.Wrong wrong = attempt.wrong();
        Attempt.Heard heard = attempt.heard();
        return new AttemptView(
                attempt.number(),
                attempt.kind(),
                wrong == null ? null : wrong.fault(),
                wrong == null ? null : wrong.expected(),
                wrong == null ? null : wrong.asExpected(),
                heard.businessId(),
                heard.times().signedAt(),
                heard.times().sentAt(),
                heard.times().millis(),
                heard.httpStatus(),
                heard.resultCode(),
                heard.instanceId(),
                heard.delivery() == null ? null : heard.delivery().appInfo(),
                heard.bodySign(),
                heard.breach(),
                heard.reason());
    }
}

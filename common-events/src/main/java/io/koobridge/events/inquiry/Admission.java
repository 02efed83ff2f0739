package io.koobridge.events.inquiry;

import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code POST /internal/admissions}, whose body is a fact as a structured CloudEvent: what the fact would do
 * if it were applied now. Nothing is written.
 *
 * @param outcome the label of an {@link Outcome}
 * @param reason present exactly when the outcome is {@code refused}
 * @param detail why, when the outcome is {@code stale}
 */
public record Admission(
        String outcome, @Nullable Reason reason, @Nullable String detail) {

    public Admission {
        if (outcome.equals("refused") == (reason == null)) {
            throw new IllegalArgumentException("outcome %s with reason %s".formatted(outcome, reason));
        }
    }

    /** What a decision comes to, without the state that it would have made. */
    public static Admission of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Applied<?> _, Outcome.Unchanged<?> _ -> new Admission(outcome.label(), null, null);
            case Outcome.Stale<?>(var why) -> new Admission(outcome.label(), null, why);
            case Outcome.Refused<?>(var reason) -> new Admission(outcome.label(), reason, null);
        };
    }
}

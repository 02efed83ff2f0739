package io.koobridge.simulator.life;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the marketplace notices about the seller while the book is written: broken promises, failed orders. */
public record Notices(Violations violations, Delisting delisting) {

    void orderFailed(Instant now) {
        delisting.orderFailed(now);
    }

    void compared(Sale before, Deed deed, Attempt attempt, Map<String, String> orderByInstance) {
        String orderId = before.order().orderId();
        Attempt.Wrong wrong = attempt.wrong();
        if (wrong != null && wrong.broken()) {
            add(attempt, Violation.Kind.FAULT_NOT_ANSWERED_AS_EXPECTED, orderId, fault(wrong, attempt));
        }
        if (attempt.heard().breach() != null) {
            add(
                    attempt,
                    Violation.Kind.CREDENTIALS_UNREADABLE,
                    orderId,
                    attempt.heard().breach());
        }
        String license = attempt.heard().license();
        if (license != null
                && before.seen().license() != null
                && !before.trail().renewed()
                && !license.equals(before.seen().license())) {
            add(
                    attempt,
                    Violation.Kind.OTHER_LICENSE_FOR_SAME_ORDER,
                    orderId,
                    "first " + before.seen().license().length() + " characters, then other " + license.length());
        }
        String instanceId = attempt.heard().instanceId();
        if (instanceId == null || !attempt.acknowledged()) {
            return;
        }
        String first = deed.step() instanceof NewBillingItem ? firstOf(deed) : before.instanceIdOrNull();
        if (first != null && !first.equals(instanceId)) {
            add(
                    attempt,
                    Violation.Kind.OTHER_INSTANCE_FOR_SAME_ORDER_LINE,
                    orderId,
                    "first " + first + ", then " + instanceId);
        }
        if (deed.step() instanceof NewBillingItem && instanceId.equals(before.instanceIdOrNull())) {
            add(
                    attempt,
                    Violation.Kind.SAME_INSTANCE_FOR_OTHER_ORDER,
                    orderId,
                    instanceId + " already belongs to another product of the order");
        }
        String owner = orderByInstance.get(instanceId);
        if (owner != null && !owner.equals(orderId)) {
            add(
                    attempt,
                    Violation.Kind.SAME_INSTANCE_FOR_OTHER_ORDER,
                    orderId,
                    instanceId + " already belongs to order " + owner);
        }
    }

    /** What this billing item was answered first, as far as it is kept. */
    private static @Nullable String firstOf(Deed deed) {
        return deed.attempts().newest().stream()
                .filter(Attempt::acknowledged)
                .map(made -> made.heard().instanceId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String fault(Attempt.Wrong wrong, Attempt attempt) {
        return wrong.fault() + " expected " + wrong.expected() + ", got "
                + (attempt.heard().resultCode() == null
                        ? attempt.heard().reason()
                        : attempt.heard().resultCode());
    }

    private void add(Attempt attempt, Violation.Kind kind, String orderId, String detail) {
        violations.add(new Violation(attempt.heard().times().sentAt(), kind, orderId, detail));
    }
}

package io.koobridge.simulator.life;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of one purchase with what became of it. Only the newest {@value #ATTEMPTS_KEPT} attempts are kept.
 *
 * @param number from 1, which is {@code newInstance}
 */
public record Deed(int number, Step step, Delivered delivered, StepState state, Attempts attempts) {
    static final int ATTEMPTS_KEPT = 10;

    /**
     * How it is to be delivered.
     *
     * @param faults those still to be made, one per attempt
     */
    public record Delivered(Instant requestedAt, RetryPlan plan, List<Fault> faults) {
        Delivered withoutFirstFault() {
            return new Delivered(requestedAt, plan, faults.subList(1, faults.size()));
        }
    }

    /**
     * The calls made so far.
     *
     * @param newest oldest first
     */
    public record Attempts(int count, List<Attempt> newest) {
        Attempts and(Attempt attempt) {
            List<Attempt> kept = new ArrayList<>(newest);
            kept.add(attempt.numbered(count + 1));
            return new Attempts(
                    count + 1, List.copyOf(kept.subList(Math.max(0, kept.size() - ATTEMPTS_KEPT), kept.size())));
        }
    }

    static Deed of(int number, Step step, Delivered delivered, StepState state) {
        return new Deed(number, step, delivered, state, new Attempts(0, List.of()));
    }

    public RetryPlan plan() {
        return delivered.plan();
    }

    public Deed in(StepState next) {
        return new Deed(number, step, delivered, next, attempts);
    }

    Deed withoutFirstFault() {
        return new Deed(number, step, delivered.withoutFirstFault(), state, attempts);
    }

    /** What an answer changes. Restarts and duplicates can only help: their failure decides nothing. */
    Deed answered(Attempt attempt, Instant now) {
        Deed recorded = new Deed(number, step, delivered, state, attempts.and(attempt));
        return switch (state) {
            case StepState.Delivering delivering when attempt.decides() -> recorded.in(delivering.acknowledged(now));
            case StepState.Failed failed when attempt.decides() -> recorded.in(failed.acknowledged(now));
            case StepState.Delivering delivering
            when attempt.kind() == Attempt.Kind.SCHEDULED ->
                recorded.in(delivering.attemptFailed(
                        this, String.valueOf(attempt.heard().reason()), now));
            default -> recorded;
        };
    }
}

package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.life.Wish;
import io.koobridge.simulator.market.RetryPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as asked for.
 *
 * @param plan instead of the documented one
 */
public record StepRequest(
        Wish wish, List<Fault> faults, @Nullable RetryPlan plan) {
    private static final int FAULTS_AT_MOST = 10;

    public StepRequest {
        faults = checked(faults);
    }

    public static StepRequest of(Wish wish) {
        return new StepRequest(wish, List.of(), null);
    }

    public static List<Fault> checked(List<Fault> faults) {
        if (faults.size() > FAULTS_AT_MOST) {
            throw new IllegalArgumentException("at most " + FAULTS_AT_MOST + " faults");
        }
        return List.copyOf(faults);
    }
}

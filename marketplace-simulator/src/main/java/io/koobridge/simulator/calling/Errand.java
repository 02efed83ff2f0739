package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.life.Step;
import io.koobridge.simulator.rules.Question;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, as often as it takes.
 *
 * @param words new for each call: the businessId differs
 * @param question by which an answer is judged
 */
record Errand(About about, Question question, Supplier<Said> words) {

    record Said(Map<String, Object> members, @Nullable String businessId) {}

    Said said() {
        return words.get();
    }

    /** A real call of a step; before the purchase is acknowledged there is no instance id. */
    static Errand of(Step step, About about, boolean withUsage, Supplier<String> newBusinessId) {
        String instanceId = about.instanceId() == null ? "" : about.instanceId();
        return new Errand(about, Question.of(step.activity(), instanceId, withUsage), () -> {
            String businessId = newBusinessId.get();
            Map<String, Object> members = step.members(new Step.Naming(instanceId, businessId));
            return new Said(members, members.containsKey("businessId") ? businessId : null);
        });
    }
}

package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.rules.Question;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, as often as it takes.
 *
 * @param channel by which it is said
 * @param words new for each call: the businessId differs
 * @param question by which an answer is judged
 */
record Errand(About about, Channel channel, Question question, Supplier<Said> words) {

    record Said(Map<String, Object> members, @Nullable String businessId) {}

    Said said() {
        return words.get();
    }
}

package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.QueryVerdict;
import io.koobridge.simulator.rules.QueryVerdict.NotYet;
import io.koobridge.simulator.rules.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one {@code queryInstance} for up to a hundred instances and judges the answer for each (saas-v2 §4). */
public final class InstanceQuery {
    private final SellerClient client;
    private final CallLog calls;

    public InstanceQuery(SellerClient client, CallLog calls) {
        this.client = client;
        this.calls = calls;
    }

    record Question(String orderId, String instanceId, boolean withUsage) {}

    Map<Question, QueryVerdict> ask(List<Question> questions) {
        String ids = questions.stream().map(Question::instanceId).collect(Collectors.joining(","));
        Exchange exchange = client.send(Body.of(Map.of("activity", "queryInstance", "instanceId", ids)));
        Reading reading = Reading.of(exchange.reply());
        Map<Question, QueryVerdict> verdicts = new LinkedHashMap<>();
        for (Question question : questions) {
            verdicts.put(question, QueryVerdict.of(reading, question.instanceId(), question.withUsage()));
        }
        List<String> reasons = verdicts.values().stream()
                .map(InstanceQuery::reason)
                .filter(Objects::nonNull)
                .toList();
        String onlyOrder = questions.size() == 1 ? questions.getFirst().orderId() : null;
        calls.add(exchange.recorded(
                "queryInstance", onlyOrder, verdict(questions.size(), reasons.size()), first(reasons)));
        return verdicts;
    }

    static @Nullable String reason(QueryVerdict verdict) {
        return verdict instanceof NotYet notYet ? notYet.reason() : null;
    }

    private static String verdict(int asked, int notReady) {
        if (notReady == 0) {
            return "READY";
        }
        return notReady == asked ? "NOT_YET" : "PARTLY_READY";
    }

    private static @Nullable String first(List<String> reasons) {
        return reasons.isEmpty() ? null : reasons.getFirst();
    }
}

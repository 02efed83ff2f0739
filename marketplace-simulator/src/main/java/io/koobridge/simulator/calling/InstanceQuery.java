package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
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
    private final Letters letters;
    private final SellerClient client;
    private final CallLog calls;

    public InstanceQuery(Letters letters, SellerClient client, CallLog calls) {
        this.letters = letters;
        this.client = client;
        this.calls = calls;
    }

    record Asked(String orderId, String instanceId, boolean withUsage) {}

    Map<Asked, QueryVerdict> ask(List<Asked> questions) {
        String ids = questions.stream().map(Asked::instanceId).collect(Collectors.joining(","));
        Exchange exchange = client.send(() -> new Sealed(
                letters.write(Channel.V2, Map.of("activity", "queryInstance", "instanceId", ids), null), null));
        Reading reading = Reading.of(exchange.reply());
        Map<Asked, QueryVerdict> verdicts = new LinkedHashMap<>();
        for (Asked question : questions) {
            verdicts.put(question, QueryVerdict.of(reading, question.instanceId(), question.withUsage()));
        }
        List<String> reasons = verdicts.values().stream()
                .map(InstanceQuery::reason)
                .filter(Objects::nonNull)
                .toList();
        calls.add(exchange.recorded(
                about(questions),
                Call.Judged.of(
                        Exchange.resultCode(reading), verdict(questions.size(), reasons.size()), first(reasons))));
        return verdicts;
    }

    private static About about(List<Asked> questions) {
        if (questions.size() > 1) {
            return new About("queryInstance", null, null, null);
        }
        Asked only = questions.getFirst();
        return new About("queryInstance", only.orderId(), only.orderId(), only.instanceId());
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

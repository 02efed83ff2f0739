package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.fuzz.V1Verifier.Verdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What V1 calls reached, by group. */
final class V1Tally {

    private final Map<String, Map<String, LongAdder>> groups = new ConcurrentSkipListMap<>();
    private final Set<String> messages = ConcurrentHashMap.newKeySet();

    void count(V1Plan plan, V1Referee.Judgement judgement, Answered answer) {
        add("calls", plan.post() ? "POST" : "GET");
        plan.steps().forEach(step -> add("mutation", step.mutation().name()));
        add("code", answer.code());
        add("place", plan.place().name());
        add("activity", judgement.meaning().label());
        switch (judgement.verdict()) {
            case null -> add("verdict", "of V2");
            case Verdict.Genuine genuine -> {
                add("key", genuine.key().id());
                add("verdict", plan.isBroken() ? "genuine after all" : "genuine");
            }
            case Verdict.Wrong(var code) -> add("verdict", code);
        }
        if (answer.code().equals("000001") || answer.code().equals("000002")) {
            messages.add(answer.message());
        }
    }

    long of(String group, String name) {
        var counter = groups.getOrDefault(group, Map.of()).get(name);
        return counter == null ? 0 : counter.sum();
    }

    /** What refused calls were told. */
    Set<String> messages() {
        return messages;
    }

    private void add(String group, String name) {
        groups.computeIfAbsent(group, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, _ -> new LongAdder())
                .increment();
    }

    @Override
    public String toString() {
        return groups.entrySet().stream()
                .map(group -> "  %-12s %s".formatted(group.getKey(), new TreeMap<>(group.getValue())))
                .collect(Collectors.joining("\n"));
    }
}

package io.koobridge.gateway.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What was reached, by group. A fuzzer that reaches nothing is a defect. */
final class Tally {

    private final Map<String, Map<String, LongAdder>> groups = new ConcurrentSkipListMap<>();
    private final Set<String> messages = ConcurrentHashMap.newKeySet();

    void count(Plan plan, Wire wire, Referee.Judgement judgement, Answered answer) {
        plan.steps().forEach(step -> add("mutation", step.mutation().name()));
        add("signed", plan.resigned() ? "after" : "before");
        add("code", answer.code());
        add("place", wire.place().name());
        add("again", plan.again().name());
        add("activity", judgement.meaning().label());
        switch (judgement.meaning()) {
            case Meaning.Change change -> add("fact", change.fact().getClass().getSimpleName());
            case Meaning.Purchase _ -> add("fact", "InstancePurchased");
            case Meaning.Nonsense _, Meaning.Query _, Meaning.Check _, Meaning.Rehearsal _ -> {
                // Told of nothing.
            }
        }
        switch (judgement.verdict()) {
            case Verifier.Verdict.Genuine genuine -> {
                add("verified", genuine.key().id());
                if (plan.steps().isEmpty()) {
                    add("signed", "and right");
                }
                add("verified", plan.resigned() ? "signed after" : "signed before");
            }
            case Verifier.Verdict.Wrong(var code) -> add("rejected", code);
        }
        if (judgement.expected().published()) {
            add("broker", plan.mood().store().name());
        }
        if (!(judgement.meaning() instanceof Meaning.Nonsense)) {
            add("provisioning", plan.mood().reach().name());
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

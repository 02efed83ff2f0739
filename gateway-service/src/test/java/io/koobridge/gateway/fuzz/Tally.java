package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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

    void add(String group, String name) {
        groups.computeIfAbsent(group, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, _ -> new LongAdder())
                .increment();
    }

    /** What every answer counts as. */
    void add(Answered answer) {
        add("code", answer.code());
        if (answer.code().equals("000001") || answer.code().equals("000002")) {
            messages.add(answer.message());
        }
    }

    long of(String group, String name) {
        var counter = groups.getOrDefault(group, Map.of()).get(name);
        return counter == null ? 0 : counter.sum();
    }

    long of(String group) {
        return groups.getOrDefault(group, Map.of()).values().stream()
                .mapToLong(LongAdder::sum)
                .sum();
    }

    /** What refused calls were told. */
    Set<String> messages() {
        return messages;
    }

    void assertReached(String group, List<String> names) {
        assertThat(names).as("reached: " + group).allMatch(name -> of(group, name) > 0);
    }

    void assertReached(String group, Enum<?>... values) {
        assertReached(group, Arrays.stream(values).map(Enum::name).toList());
    }

    @Override
    public String toString() {
        return groups.entrySet().stream()
                .map(group -> "  %-12s %s".formatted(group.getKey(), new TreeMap<>(group.getValue())))
                .collect(Collectors.joining("\n"));
    }
}

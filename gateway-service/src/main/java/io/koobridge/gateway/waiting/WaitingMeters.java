package io.koobridge.gateway.waiting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What buyers got to see. The words are ours, so there are few of them. */
public final class WaitingMeters {

    private final MeterRegistry registry;
    private final Map<String, Counter> answered = new ConcurrentHashMap<>();

    public WaitingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(String outcome) {
        answered.computeIfAbsent(outcome, word -> registry.counter("koobridge.waiting.pages", "outcome", word))
                .increment();
    }
}

package io.koobridge.runtime.outside;

import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes guarded systems and shows each one's breaker as {@code koobridge_outside_breaker_open{system}}. */
final class GuardedSystems implements OutsideSystems {

    private final CallReport report;
    private final MeterRegistry metrics;
    private final Spans spans;

    GuardedSystems(CallReport report, MeterRegistry metrics, Spans spans) {
        this.report = report;
        this.metrics = metrics;
        this.spans = spans;
    }

    @Override
    public OutsideSystem journaled(String system, OutsideLimits limits) {
        return guarded(system, limits, (call, told, took) -> {
            report.measure(system, told, took);
            report.journal(system, call, told, took);
        });
    }

    @Override
    public OutsideSystem unjournaled(String system, OutsideLimits limits) {
        return guarded(system, limits, (_, told, took) -> report.measure(system, told, took));
    }

    private OutsideSystem guarded(String system, OutsideLimits limits, GuardedSystem.Ended ended) {
        var guarded = new GuardedSystem(system, limits, ended, spans);
        Gauge.builder("koobridge.outside.breaker.open", guarded, it -> it.leftAlone() ? 1 : 0)
                .description("1 while no calls are sent to the system, because too many got no answer")
                .tag("system", system)
                .strongReference(true)
                .register(metrics);
        return guarded;
    }
}

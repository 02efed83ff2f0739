package io.koobridge.runtime.outside;

import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tells of ended calls: in {@code koobridge_outside_calls_seconds{system,outcome}} and, where wanted, in the journal. */
final class CallReport {

    private final MeterRegistry metrics;
    private final Journal journal;
    private final ServiceName service;

    /** A look-up in the registry costs more than the counting; callbacks wait for outside calls. */
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    private record Labels(String system, String outcome) {}

    CallReport(MeterRegistry metrics, Journal journal, ServiceName service) {
        this.metrics = metrics;
        this.journal = journal;
        this.service = service;
    }

    /**
     * What a call came to.
     *
     * @param outcome a word of a small set
     */
    record Told(String outcome, @Nullable String detail) {

        /** Whoever asked did not wait for the answer; the other side may have processed the request. */
        static final Told CANCELLED = new Told("cancelled", "nobody waited for the answer any more");

        static Told of(Answer<?> answer) {
            return switch (answer) {
                case Answer.Answered<?>(Verdict verdict) -> new Told(verdict.outcome(), verdict.detail());
                case Answer.Answered<?> _ -> new Told("answered", null);
                case Answer.NotSent<?>(var why) -> new Told("not_sent", why);
                case Answer.Uncertain<?>(var why) -> new Told("uncertain", why);
            };
        }
    }

    void measure(String system, Told told, Duration took) {
        timers.computeIfAbsent(new Labels(system, told.outcome()), this::timer).record(took);
    }

    private Timer timer(Labels labels) {
        return Timer.builder("koobridge.outside.calls")
                .description("Calls of systems outside this process, by what is known of them afterwards")
                .tag("system", labels.system())
                .tag("outcome", labels.outcome())
                .register(metrics);
    }

    void journal(String system, GuardedSystem.Call call, Told told, Duration took) {
        journal.write(
                call.subject(),
                new OutsideCalled(
                        service.value(), system, call.operation(), told.outcome(), took.toMillis(), told.detail()),
                call.trace());
    }
}

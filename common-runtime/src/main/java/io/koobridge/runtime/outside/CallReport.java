package io.koobridge.runtime.outside;

import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells of ended calls: in {@code koobridge_outside_calls_seconds{system,outcome}} and, where wanted, in the journal. */
final class CallReport {

    private final MeterRegistry metrics;
    private final Journal journal;
    private final ServiceName service;

    CallReport(MeterRegistry metrics, Journal journal, ServiceName service) {
        this.metrics = metrics;
        this.journal = journal;
        this.service = service;
    }

    /** What an answer comes to. */
    private record Told(String outcome, @Nullable String detail) {

        static Told of(Answer<?> answer) {
            return switch (answer) {
                case Answer.Answered<?>(Verdict verdict) -> new Told(verdict.outcome(), verdict.detail());
                case Answer.Answered<?> _ -> new Told("answered", null);
                case Answer.NotSent<?>(var why) -> new Told("not_sent", why);
                case Answer.Uncertain<?>(var why) -> new Told("uncertain", why);
            };
        }
    }

    void measure(String system, Answer<?> answer, Duration took) {
        Timer.builder("koobridge.outside.calls")
                .description("Calls of systems outside this process, by what is known of them afterwards")
                .tag("system", system)
                .tag("outcome", outcome(answer))
                .register(metrics)
                .record(took);
    }

    void journal(String system, GuardedSystem.Call call, Answer<?> answer, Duration took) {
        var told = Told.of(answer);
        journal.write(
                call.subject(),
                new OutsideCalled(
                        service.value(), system, call.operation(), told.outcome(), took.toMillis(), told.detail()),
                call.trace());
    }

    /** In a word of a small set. */
    static String outcome(Answer<?> answer) {
        return Told.of(answer).outcome();
    }
}

package io.koobridge.service.reconcile;

import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry.AttemptEnded;
import io.koobridge.events.journal.JournalEntry.StateChanged;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.service.Telemetry;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Tells journal, metrics and log what the reconcile loop did. {@code koobridge_reconcile_total} counts every step by its
 * outcome; {@code dropped} are requests that found nothing to do, which is normal after repeats and restarts; {@code stuck} is worth an alert.
 */
public final class ReconcileReports {

    private static final Logger log = LoggerFactory.getLogger(ReconcileReports.class);

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final String service;
    private final Journal journal;
    private final MeterRegistry metrics;
    private final FindingBook findings;
    private final Spans spans;

    public ReconcileReports(Telemetry telemetry, FindingBook findings) {
        this.findings = findings;
        this.spans = telemetry.spans();
        this.service = telemetry.service();
        this.journal = telemetry.journal();
        this.metrics = telemetry.metrics();
    }

    /**
     * Whom a line is about.
     *
     * @param orderId absent where a ledger knows of no orders
     * @param attempt which try of the work it is
     */
    record Subject(String id, @Nullable String orderId, long generation, int attempt) {

        private LoggingEventBuilder on(LoggingEventBuilder line) {
            var known = line.addKeyValue("instanceId", id).addKeyValue("attempt", attempt);
            return orderId == null ? known : known.addKeyValue("orderId", orderId);
        }
    }

    /** One look at a document, in the trace of what caused its work. */
    Span begun(Subject about, @Nullable TraceContext cause) {
        return spans.start(SpanKind.INTERNAL, "reconcile", cause)
                .tag("instanceId", about.id())
                .tag("generation", Long.toString(about.generation()))
                .tag("attempt", Integer.toString(about.attempt()));
    }

    void ended(Subject about, Step<?> step) {
        count(step.label());
        var detail =
                switch (step) {
                    case Step.Failed<?>(var why) -> why;
                    case Step.Waiting<?>(var after) -> "again after " + after;
                    case Step.Resting<?>(var until) -> "nothing to do for " + until;
                    case Step.Stopped<?> stopped -> stopped.why();
                    case Step.Settled<?> _, Step.Progressed<?> _, Step.Learned<?> _ -> null;
                };
        about.on(log.atDebug())
                .addKeyValue("generation", about.generation())
                .addKeyValue("outcome", step.label())
                .log("the attempt ended");
        journal.write(about.id(), new AttemptEnded(service, about.generation(), about.attempt(), step.label(), detail));
    }

    void changed(Subject about, String phase, long version) {
        journal.write(about.id(), new StateChanged(service, phase, version, about.generation()));
        about.on(log.atInfo())
                .addKeyValue("phase", phase)
                .addKeyValue("generation", about.generation())
                .log("settled");
    }

    /** Kept before the work ends, so that no crash can lose it. */
    void stopped(Subject about, String why) {
        findings.open(about.id(), CommonFinding.STOPPED, why).block(NOTED_WITHIN);
        about.on(log.atWarn()).addKeyValue("why", why).log("refused for good");
    }

    void stuck(Subject about, String why) {
        count("stuck");
        findings.open(about.id(), CommonFinding.STUCK, why).block(NOTED_WITHIN);
        about.on(log.atWarn()).addKeyValue("why", why).log("stuck; tried on, at last hourly");
    }

    /** What was wrong with the document is not true any more. */
    void cleared(String id, CommonFinding kind) {
        findings.close(id, kind).block(NOTED_WITHIN);
    }

    void dropped(ReconcileRequest request) {
        count("dropped");
        log.atDebug().addKeyValue("instanceId", request.id()).log("nothing to do for this request");
    }

    void threw(Subject about, RuntimeException error) {
        about.on(log.atWarn()).addKeyValue("error", error.toString()).log("the attempt threw");
        about.on(log.atDebug()).setCause(error).log("the attempt threw");
    }

    private void count(String outcome) {
        metrics.counter("koobridge.reconcile", "service", service, "outcome", outcome)
                .increment();
    }
}

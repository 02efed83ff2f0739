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

    /** One look at a document, in the trace of what caused its work. */
    Span begun(String id, long generation, int attempt, @Nullable TraceContext cause) {
        return spans.start(SpanKind.INTERNAL, "reconcile", cause)
                .tag("instanceId", id)
                .tag("generation", Long.toString(generation))
                .tag("attempt", Integer.toString(attempt));
    }

    void ended(String id, long generation, int attempt, Step<?> step) {
        count(step.label());
        var detail =
                switch (step) {
                    case Step.Failed<?>(var why) -> why;
                    case Step.Waiting<?>(var after) -> "again after " + after;
                    case Step.Stopped<?> stopped -> stopped.why();
                    case Step.Settled<?> _, Step.Progressed<?> _ -> null;
                };
        log.atDebug()
                .addKeyValue("instanceId", id)
                .addKeyValue("generation", generation)
                .addKeyValue("attempt", attempt)
                .addKeyValue("outcome", step.label())
                .log("the attempt ended");
        journal.write(id, new AttemptEnded(service, generation, attempt, step.label(), detail));
    }

    void changed(String id, String phase, long version, long generation) {
        journal.write(id, new StateChanged(service, phase, version, generation));
        log.atInfo()
                .addKeyValue("instanceId", id)
                .addKeyValue("phase", phase)
                .addKeyValue("generation", generation)
                .log("settled");
    }

    /** Kept before the work ends, so that no crash can lose it. */
    void stopped(String id, String why) {
        findings.open(id, CommonFinding.STOPPED, why).block(NOTED_WITHIN);
        log.atWarn().addKeyValue("instanceId", id).addKeyValue("why", why).log("refused for good");
    }

    void stuck(String id, String why) {
        count("stuck");
        findings.open(id, CommonFinding.STUCK, why).block(NOTED_WITHIN);
        log.atWarn().addKeyValue("instanceId", id).addKeyValue("why", why).log("stuck; tried on, at last hourly");
    }

    /** What was wrong with the document is not true any more. */
    void cleared(String id, CommonFinding kind) {
        findings.close(id, kind).block(NOTED_WITHIN);
    }

    void dropped(ReconcileRequest request) {
        count("dropped");
        log.atDebug().addKeyValue("instanceId", request.id()).log("nothing to do for this request");
    }

    void threw(String id, int attempt, RuntimeException error) {
        log.atWarn()
                .addKeyValue("instanceId", id)
                .addKeyValue("attempt", attempt)
                .addKeyValue("error", error.toString())
                .log("the attempt threw");
        log.atDebug()
                .addKeyValue("instanceId", id)
                .addKeyValue("attempt", attempt)
                .setCause(error)
                .log("the attempt threw");
    }

    private void count(String outcome) {
        metrics.counter("koobridge.reconcile", "service", service, "outcome", outcome)
                .increment();
    }
}

package io.koobridge.service.facts;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry.FactDecided;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Trace;
import io.koobridge.service.Telemetry;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.FindingBook;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Mono;

/**
 * Tells journal, metrics and findings what became of each fact. {@code koobridge_facts_total} counts every decision,
 * repeats too; {@code koobridge_fact_age_seconds} is the time from the gateway's receipt to the write.
 */
public final class FactReports {

    private static final Logger log = LoggerFactory.getLogger(FactReports.class);

    private final Telemetry telemetry;
    private final FindingBook findings;

    public FactReports(Telemetry telemetry, FindingBook findings) {
        this.telemetry = telemetry;
        this.findings = findings;
    }

    /** A fact that came without a trace begins one. */
    Span begun(Event<?> event, String fact) {
        return telemetry.spans().start(SpanKind.CONSUMER, "apply " + fact, TraceContext.of(event.traceparent()));
    }

    /**
     * A fact that was understood and refused after its acknowledgement is for a person to see (design §1).
     *
     * @param orderId of what was applied
     */
    Mono<Void> decided(Event<?> event, String fact, Outcome<?> outcome, @Nullable String orderId) {
        var metrics = telemetry.metrics();
        var service = telemetry.service();
        metrics.counter("koobridge.facts", "service", service, "fact", fact, "outcome", outcome.label())
                .increment();
        metrics.timer("koobridge.fact.age", "service", service)
                .record(Duration.between(event.receivedAt(), telemetry.clock().instant()));
        var detail = detail(outcome);
        var trace = TraceContext.of(event.traceparent());
        var moved = outcome instanceof Outcome.Applied<?> || outcome instanceof Outcome.Refused<?>;
        var line = Trace.on(log.atLevel(moved ? Level.INFO : Level.DEBUG), trace);
        (orderId == null ? line : line.addKeyValue("orderId", orderId))
                .addKeyValue("instanceId", event.subject())
                .addKeyValue("factId", event.id())
                .addKeyValue("fact", fact)
                .addKeyValue("outcome", outcome.label())
                .log("decided");
        telemetry
                .journal()
                .write(event.subject(), new FactDecided(service, event.id(), fact, outcome.label(), detail), trace);
        return outcome instanceof Outcome.Refused<?>
                ? findings.open(event.subject(), CommonFinding.FACT_REFUSED, "%s: %s".formatted(fact, detail))
                : Mono.empty();
    }

    static @Nullable String detail(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(var reason) -> reason.name();
            case Outcome.Stale<?>(var why) -> why;
            case Outcome.Applied<?> _, Outcome.Unchanged<?> _ -> null;
        };
    }
}

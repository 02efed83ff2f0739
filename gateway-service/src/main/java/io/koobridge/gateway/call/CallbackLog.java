package io.koobridge.gateway.call;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.lost.Lost;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.gateway.lost.Named;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.runtime.trace.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators about calls, by metrics and journal. Every call counts once in {@code callbacks} and once in {@code callback}, also one whose caller
 * hung up, under the code that it would have been answered with. One whose signature, or what belongs to it, was looked at also counts in
 * {@code signature_rejected} or in {@code signature_key_used}; a replay counts in both. Alert on {@code callbacks_need_restart}: KooGallery will
 * not repeat such a call, a person must (design §3.6), who finds it among the findings.
 */
public final class CallbackLog {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackLog.class);

    private final Journal journal;
    private final Memory memory;
    private final CallMeters meters;
    private final Spans spans;

    /** What this process remembers of calls. */
    public record Memory(KeyUses keyUses, LostCalls lostCalls) {}

    public CallbackLog(Journal journal, MeterRegistry meters, Memory memory, Spans spans) {
        this.journal = journal;
        this.memory = memory;
        this.meters = new CallMeters(meters);
        this.spans = spans;
    }

    /** The caller's trace goes on; a call without one, or with what is none, begins its own. */
    Span begun(CallHead head) {
        var given = head.headers().getOrEmpty(TraceContext.HEADER);
        return spans.start(SpanKind.SERVER, "callback", given.size() == 1 ? TraceContext.of(given.getFirst()) : null);
    }

    void keyUsed(ProductionAddress address, AccessKey key) {
        memory.keyUses().verified(address, key);
        meters.keyUsed(key.id()).increment();
    }

    void rejected(Rejection rejection) {
        countRejected(Refusal.of(rejection));
    }

    void replayed() {
        countRejected(Refusal.REPLAYED);
    }

    void ended(CallHead head, Ending ending, Duration took, Span span) {
        var address = head.address();
        end(span, head, ending);
        count(head, ending, span.context());
        meters.seconds(ending.activity()).record(took);
        var entry = new CallbackAnswered(
                address.path(),
                ending.activity().label(),
                ending.verdict(),
                ending.authentic() ? ending.signer().id() : null,
                ending.answer().resultCode(),
                took.toMillis(),
                ending.needsRestart());
        // What survives an outage is bounded: calls that anybody can make must not push the marketplace's out of it.
        if (ending.authentic() && ending.answer().failed()) {
            journal.writeWhenPossible(ending.subject(), entry, span.context());
        } else {
            journal.write(ending.subject(), entry, span.context());
        }
    }

    /** One that nobody repeats is told to a person. A debugging call is not: what it names is nobody's. */
    void lost(Heard heard, Ending ending, TraceContext trace) {
        if (heard.translation() instanceof Translation.Understood understood) {
            Named.in(understood.command())
                    .map(named -> new Lost(named.owner(), lost(named, heard.head(), ending), trace))
                    .ifPresent(memory.lostCalls()::add);
        }
    }

    private static LostCall lost(Named named, CallHead head, Ending ending) {
        return new LostCall(
                named.instanceId(),
                named.which(),
                ending.activity().label(),
                ending.answer().resultCode(),
                ending.verdict(),
                head.receivedAt());
    }

    private static void end(Span span, CallHead head, Ending ending) {
        var address = head.address();
        span.tag("address", address.path())
                .tag("activity", ending.activity().label())
                .tag("resultCode", ending.answer().resultCode());
        if (!ending.subject().equals(address.path())) {
            span.tag(head.subjectKey(), ending.subject());
        }
        span.end();
    }

    private void countRejected(Refusal refusal) {
        meters.rejected(refusal.verdict()).increment();
    }

    private void count(CallHead head, Ending ending, TraceContext trace) {
        var address = head.address();
        var activity = ending.activity().label();
        var code = ending.answer().resultCode();
        meters.answered(address.path(), activity, code).increment();
        if (ending.needsRestart()) {
            Trace.on(LOG.atWarn(), trace)
                    .addKeyValue("activity", activity)
                    .addKeyValue(head.subjectKey(), ending.subject())
                    .addKeyValue("address", address.path())
                    .addKeyValue("resultCode", code)
                    .log("A call failed that KooGallery does not repeat: a person must restart it");
            meters.needsRestart(activity).increment();
        }
    }
}

package io.koobridge.gateway.call;

import io.koobridge.events.TraceContext;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.Trace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call without an answer so far. Its end is told exactly once, be it that its answer is known or that its caller hung up before. */
final class OpenCall {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCall.class);

    private final CallHead head;
    private final CallbackLog log;
    private final Span span;
    private final long began = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Supplier<Ending> unanswered;
    private volatile @Nullable Heard heard;

    OpenCall(CallHead head, Dialect dialect, CallbackLog log) {
        this.head = head;
        this.log = log;
        this.span = log.begun(head);
        this.unanswered = () -> Ending.stranger(head, dialect, Refusal.CALLER_GONE);
    }

    TraceContext trace() {
        return span.context();
    }

    /** From now on it is known whose call it is. */
    void authentic(Known known) {
        unanswered = () -> Ending.unread(known, Refusal.CALLER_GONE);
    }

    /** From now on it is known what it is about, too. */
    void heard(Heard heard) {
        this.heard = heard;
        unanswered = () -> Ending.refused(heard, Refusal.CALLER_GONE);
    }

    void answered(Ending ending) {
        tell(() -> ending);
    }

    /** Of no effect after the answer, when hanging up is what everybody does. */
    void callerGone() {
        tell(unanswered);
    }

    /** Whoever cannot be told must not cost the caller its answer. */
    private void tell(Supplier<Ending> ending) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        try {
            var end = ending.get();
            log.ended(head, end, Duration.ofNanos(System.nanoTime() - began), span);
            var read = heard;
            if (read != null && end.needsRestart()) {
                log.lost(read, end, trace());
            }
        } catch (RuntimeException defect) {
            Trace.on(LOG.atError(), trace())
                    .addKeyValue("address", head.address().path())
                    .setCause(defect)
                    .log("The end of a call could not be told");
        }
    }
}

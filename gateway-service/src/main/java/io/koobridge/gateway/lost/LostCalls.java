package io.koobridge.gateway.lost;

import io.koobridge.runtime.trace.Trace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that failed and that KooGallery does not repeat, until the service that knows what they were about has taken them. One for each call and what it was
 * about, in this process's memory: what nobody had taken when the process ended is no finding. The metric and the log line that every such call
 * has are not lost, nor is its entry in the journal unless Kafka stays away.
 */
public final class LostCalls {

    /** Some hundred kilobytes. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(LostCalls.class);

    private final Map<String, Lost> waiting = new LinkedHashMap<>();
    private final Counter dropped;

    public LostCalls(MeterRegistry meters) {
        this.dropped = meters.counter("koobridge.lost.calls.dropped");
        Gauge.builder("koobridge.lost.calls.waiting", this, LostCalls::count)
                .description("Lost calls that no service has taken yet")
                .register(meters);
    }

    /** Never waits. A call that was lost once more is told as it was lost last; one for which there is no room is dropped. */
    public void add(Lost lost) {
        if (!kept(lost)) {
            dropped.increment();
            Trace.on(LOG.atWarn(), lost.trace())
                    .addKeyValue("activity", lost.call().activity())
                    .addKeyValue(lost.owner().subjectKey(), lost.call().instanceId())
                    .log("Too many lost calls wait to be told: no finding tells of this one");
        }
    }

    private synchronized boolean kept(Lost lost) {
        var subject = subject(lost);
        if (waiting.size() >= MOST && !waiting.containsKey(subject)) {
            return false;
        }
        waiting.put(subject, lost);
        return true;
    }

    /** What this service has to be told, in the order in which it should be. */
    public synchronized List<Lost> of(Owner owner) {
        return waiting.values().stream().filter(lost -> lost.owner() == owner).toList();
    }

    /** One that was lost again meanwhile is told again. */
    synchronized void taken(Lost lost) {
        waiting.remove(subject(lost), lost);
    }

    /** Others go first the next time, so that one that is never taken holds up none. */
    synchronized void notTaken(Lost lost) {
        var latest = waiting.remove(subject(lost));
        if (latest != null) {
            waiting.put(subject(latest), latest);
        }
    }

    synchronized int count() {
        return waiting.size();
    }

    private static String subject(Lost lost) {
        return lost.call().subject();
    }
}

package io.koobridge.simulator.applying;

import io.koobridge.simulator.applying.Application.State;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.life.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All applications, in memory: the newest {@value #KEPT}, and of the newest licences so many bytes. */
public final class Applications {
    private static final int KEPT = 10_000;
    private static final long BYTES_KEPT = 16L << 20;

    private final LinkedHashMap<String, Application> byEvent = new LinkedHashMap<>();
    // Whose bytes are kept, oldest first.
    private final Deque<String> withBytes = new ArrayDeque<>();
    private long bytes;

    /** Newest first. */
    public record Listed(int total, Map<State, Integer> byState, List<Application> applications) {}

    synchronized void add(Application application) {
        if (byEvent.putIfAbsent(application.eventId(), application) != null) {
            throw new NotNow("event " + application.eventId() + " is taken");
        }
        if (byEvent.size() > KEPT) {
            forget(byEvent.values().stream()
                    .filter(Application::isOver)
                    .map(Application::eventId)
                    .findFirst()
                    .orElseGet(() -> byEvent.firstEntry().getKey()));
        }
    }

    public synchronized Optional<Application> find(String eventId) {
        return Optional.ofNullable(byEvent.get(eventId));
    }

    public Application known(String eventId) {
        return find(eventId).orElseThrow(() -> new NoSuchElementException("no application " + eventId));
    }

    public synchronized Listed listed(Predicate<Application> wanted, int limit) {
        Map<State, Integer> byState = new EnumMap<>(State.class);
        byEvent.values().forEach(each -> byState.merge(each.course().state(), 1, Integer::sum));
        return new Listed(
                byEvent.size(),
                byState,
                byEvent.sequencedValues().reversed().stream()
                        .filter(wanted)
                        .limit(limit)
                        .toList());
    }

    /** How many of an instance hold a place. */
    synchronized long placesOf(String orderId) {
        return byEvent.values().stream()
                .filter(each -> each.orderId().equals(orderId) && each.holdsAPlace())
                .count();
    }

    synchronized Application change(String eventId, UnaryOperator<Application> change) {
        Application changed = change.apply(known(eventId));
        byEvent.put(eventId, changed);
        notifyAll();
        return changed;
    }

    Application answered(String eventId, Attempt attempt) {
        return change(eventId, before -> before.answered(attempt));
    }

    /** The licence came; the application as it was before. */
    synchronized Application delivered(String eventId, Received licence, Instant now) {
        Application before = known(eventId);
        var unused = change(eventId, application -> application.delivered(licence, now));
        if (before.course().received() == null) {
            withBytes.addLast(eventId);
            bytes += licence.size();
            while (bytes > BYTES_KEPT && withBytes.size() > 1) {
                drop(withBytes.removeFirst());
            }
        }
        return before;
    }

    /** Waits until it is over, or the time is up. */
    public synchronized Application await(String eventId, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            Application application = known(eventId);
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0 || application.isOver()) {
                return application;
            }
            wait(left);
        }
    }

    private void drop(String eventId) {
        Application application = byEvent.get(eventId);
        Received received = application == null ? null : application.course().received();
        if (application != null && received != null && received.bytes() != null) {
            bytes -= received.size();
            byEvent.put(eventId, application.withoutBytes());
        }
    }

    private void forget(String eventId) {
        drop(eventId);
        withBytes.remove(eventId);
        byEvent.remove(eventId);
    }
}

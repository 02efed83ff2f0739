package io.koobridge.runtime.journal;

import io.koobridge.events.Event;
import io.koobridge.events.TraceContext;
import io.koobridge.events.journal.JournalEntry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The journal on Kafka. Callers only put into a bounded buffer; two virtual threads empty one buffer each, so that entries
 * which wait for the end of an outage hold up no others.
 */
final class KafkaJournal implements Journal, SmartLifecycle {

    private static final int REMEMBERED = 10_000;
    private static final int AT_ONCE = 200;
    private static final Duration GATHERING = Duration.ofMillis(25);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private static final Duration LAST_ENTRIES = Duration.ofSeconds(2);

    /** Starts before, and stops after, whatever writes. */
    private static final int PHASE = Integer.MIN_VALUE + 100;

    private final JournalEvents events;
    private final JournalSender sender;
    private final Drops drops;
    private final BlockingQueue<Event<JournalEntry>> passing = new ArrayBlockingQueue<>(REMEMBERED);
    private final KeptEvents kept;
    private final List<Thread> threads = new ArrayList<>();

    KafkaJournal(JournalEvents events, JournalSender sender, MeterRegistry metrics) {
        this.events = events;
        this.sender = sender;
        this.drops = new Drops(metrics);
        this.kept = new KeptEvents(REMEMBERED, drops);
        Gauge.builder("koobridge.journal.waiting", kept, KeptEvents::size)
                .description("Journal entries that wait for the end of an outage of Kafka")
                .register(metrics);
    }

    @Override
    public void write(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        try {
            offer(events.of(subject, entry, trace));
        } catch (IllegalArgumentException e) {
            drops.invalid();
        }
    }

    @Override
    public void writeWhenPossible(String subject, JournalEntry entry, @Nullable TraceContext trace) {
        try {
            kept.add(events.of(subject, entry, trace));
        } catch (IllegalArgumentException e) {
            drops.invalid();
        }
    }

    private void offer(Event<JournalEntry> event) {
        if (!passing.offer(event)) {
            drops.full();
        }
    }

    /** What comes within a moment goes together: where there is much to tell, most of its cost was waking this thread for each entry. */
    private void sendPassing() throws InterruptedException {
        while (true) {
            var taken = new ArrayList<>(List.of(passing.take()));
            try {
                Thread.sleep(GATHERING);
            } catch (InterruptedException stopping) {
                taken.forEach(this::offer);
                throw stopping;
            }
            passing.drainTo(taken, AT_ONCE - 1);
            taken.forEach(this::pass);
        }
    }

    private void pass(Event<JournalEntry> event) {
        var _ = sender.send(event).exceptionally(_ -> {
            drops.unsent();
            return null;
        });
    }

    private void sendKept() throws InterruptedException {
        while (true) {
            var taken = kept.take(AT_ONCE);
            var unsent = unsentOf(taken);
            kept.giveBack(unsent);
            if (!unsent.isEmpty()) {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private List<Event<JournalEntry>> unsentOf(List<Event<JournalEntry>> taken) {
        var sent = new ArrayList<CompletableFuture<Void>>();
        for (var event : taken) {
            sent.add(sender.send(event));
            if (sent.getLast().isCompletedExceptionally()) {
                // Kafka's client knows no broker, and each further event would wait a second for one.
                break;
            }
        }
        var unsent = new ArrayList<Event<JournalEntry>>();
        for (int i = 0; i < taken.size(); i++) {
            if (i >= sent.size() || mustGoAgain(sent.get(i))) {
                unsent.add(taken.get(i));
            }
        }
        return unsent;
    }

    private boolean mustGoAgain(CompletableFuture<Void> sent) {
        return switch (sent.handle((_, error) -> error).join()) {
            case null -> false;
            case RecordTooLargeException _ -> {
                drops.unsent();
                yield false;
            }
            default -> true;
        };
    }

    @Override
    public void start() {
        threads.add(Thread.ofVirtual().name("journal").start(untilInterrupted(this::sendPassing)));
        threads.add(Thread.ofVirtual().name("journal-kept").start(untilInterrupted(this::sendKept)));
    }

    /** What is still buffered goes out if Kafka is there; nobody waits for it otherwise. */
    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        // The other one may wait for Kafka's word, which no interruption ends.
        threads.stream().findFirst().ifPresent(KafkaJournal::awaitEnd);
        threads.clear();
        long deadline = System.nanoTime() + LAST_ENTRIES.toNanos();
        while (System.nanoTime() < deadline && !passing.isEmpty()) {
            Optional.ofNullable(passing.poll()).ifPresent(this::pass);
        }
        passing.forEach(_ -> drops.unsent());
        passing.clear();
        sender.close();
    }

    /** What it took and did not send is in the buffer again then, or counted. */
    private static void awaitEnd(Thread passingOn) {
        try {
            var unused = passingOn.join(LAST_ENTRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static Runnable untilInterrupted(Loop loop) {
        return () -> {
            try {
                loop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}

package io.koobridge.runtime.journal;

import io.koobridge.events.Event;
import io.koobridge.events.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/** Events that wait for Kafka, in order. Where there are too many the oldest are forgotten and counted. */
final class KeptEvents {

    private final BlockingDeque<Event<JournalEntry>> waiting;
    private final Drops drops;

    KeptEvents(int capacity, Drops drops) {
        this.waiting = new LinkedBlockingDeque<>(capacity);
        this.drops = drops;
    }

    void add(Event<JournalEntry> event) {
        while (!waiting.offerLast(event)) {
            if (waiting.pollFirst() != null) {
                drops.full();
            }
        }
    }

    /** Waits for one event and takes it with those that follow. */
    List<Event<JournalEntry>> take(int most) throws InterruptedException {
        var taken = new ArrayList<Event<JournalEntry>>();
        taken.add(waiting.takeFirst());
        waiting.drainTo(taken, most - 1);
        return taken;
    }

    /** Puts unsent events back before all others. */
    void giveBack(List<Event<JournalEntry>> unsent) {
        for (var event : unsent.reversed()) {
            if (!waiting.offerFirst(event)) {
                drops.full();
            }
        }
    }

    int size() {
        return waiting.size();
    }
}

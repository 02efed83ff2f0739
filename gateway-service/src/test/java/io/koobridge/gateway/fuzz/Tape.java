package io.koobridge.gateway.fuzz;

import io.koobridge.events.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a call made others do.
 *
 * @param published facts that were sent, stored or not
 * @param asked questions, facts that were shown among them
 */
record Tape(Mood mood, List<Event<?>> published, List<Object> asked) {

    static Tape of(Mood mood) {
        return new Tape(mood, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    }

    boolean isEmpty() {
        return published.isEmpty() && asked.isEmpty();
    }
}

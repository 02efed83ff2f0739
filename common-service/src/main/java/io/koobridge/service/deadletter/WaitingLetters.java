package io.koobridge.service.deadletter;

import io.koobridge.service.deadletter.DeadLetterMarks.State;
import io.koobridge.service.facts.DeadLetters.Reason;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * How many dead letters nobody has dealt with yet, by reason. Of each partition up to 500 of the newest are looked at, fewer
 * where they are large; where nothing came since, the broker is asked for offsets alone.
 */
public final class WaitingLetters {

    /** Of a letter whose reason this release does not know. */
    private static final String OTHER = "other";

    private static final Set<String> KNOWN =
            Arrays.stream(Reason.values()).map(Reason::label).collect(Collectors.toUnmodifiableSet());

    private final DeadLetterShelf shelf;
    private final DeadLetterMarks marks;
    private final Scheduler blocking;
    private volatile DeadLetterShelf.Glance last = DeadLetterShelf.Glance.NOTHING;

    /** @param blocking where the shelf may block */
    public WaitingLetters(DeadLetterShelf shelf, DeadLetterMarks marks, Scheduler blocking) {
        this.shelf = shelf;
        this.marks = marks;
        this.blocking = blocking;
    }

    /** Every known reason has a number. */
    public Mono<Map<String, Long>> byReason() {
        return Mono.fromCallable(() -> shelf.glance(last))
                .subscribeOn(blocking)
                .doOnNext(glance -> last = glance)
                .flatMap(glance -> marks.of(glance.letters()).map(known -> {
                    var waiting = new HashMap<String, Long>();
                    KNOWN.forEach(reason -> waiting.put(reason, 0L));
                    glance.letters().stream()
                            .filter(letter -> known.apply(letter) == State.OPEN)
                            .forEach(letter -> waiting.merge(label(letter), 1L, Long::sum));
                    return waiting;
                }));
    }

    private static String label(DeadLetter letter) {
        return KNOWN.contains(letter.reason()) ? letter.reason() : OTHER;
    }
}

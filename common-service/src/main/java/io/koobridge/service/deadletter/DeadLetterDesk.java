package io.koobridge.service.deadletter;

import static io.koobridge.service.deadletter.DeadLetterMarks.State;

import io.koobridge.runtime.kafka.KafkaEvents;
import io.koobridge.service.facts.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Where people deal with dead letters. An id that is not there is an empty answer. */
public final class DeadLetterDesk {

    private final DeadLetterShelf shelf;
    private final DeadLetterMarks marks;
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Backstage backstage;

    /**
     * What the desk needs besides the letters.
     *
     * @param blocking where the shelf may block; its bound is the bound of consumers at a time
     * @param rehearse what a record would do now, by headers and value
     */
    public record Backstage(
            Scheduler blocking, BiFunction<Map<String, String>, byte @Nullable [], Mono<Rehearsal>> rehearse) {}

    /** What became of the wish to replay a letter. */
    public enum Replayed {
        NOW,
        /** Somebody else did at the same moment: both were sent. */
        TWICE,
        /** It was replayed before; nothing was sent. */
        BEFORE
    }

    /** A letter and what was done with it. */
    public record Marked(DeadLetter letter, State state) {}

    /**
     * Part of a list.
     *
     * @param next where to go on; absent at the end
     */
    public record Listing(List<Marked> letters, @Nullable DeadLetterId next) {}

    /** A whole letter. */
    public record Opened(Marked marked, ConsumerRecord<byte[], byte[]> record) {}

    public DeadLetterDesk(
            DeadLetterShelf shelf, DeadLetterMarks marks, KafkaTemplate<byte[], byte[]> kafka, Backstage backstage) {
        this.shelf = shelf;
        this.marks = marks;
        this.kafka = kafka;
        this.backstage = backstage;
    }

    /** Newest first. A list may be shorter than asked for and yet have a next part: so much is read at a time. */
    public Mono<Listing> list(Wanted wanted, int limit, @Nullable DeadLetterId after) {
        return Mono.fromCallable(() -> shelf.newest(after))
                .subscribeOn(backstage.blocking())
                .flatMap(Mono::justOrEmpty)
                .flatMap(slice -> marks.of(slice.letters()).map(known -> listing(slice, known, wanted, limit)));
    }

    private static Listing listing(
            DeadLetterShelf.Slice slice, Function<DeadLetter, State> known, Wanted wanted, int limit) {
        var matching = slice.letters().stream()
                .map(letter -> new Marked(letter, known.apply(letter)))
                .filter(wanted)
                .toList();
        if (matching.size() > limit) {
            var shown = matching.subList(0, limit);
            return new Listing(shown, shown.getLast().letter().id());
        }
        return new Listing(matching, slice.more() ? slice.letters().getLast().id() : null);
    }

    public Mono<Opened> open(DeadLetterId id) {
        return found(id).flatMap(record -> {
            var letter = DeadLetter.of(record);
            return marks.of(letter).map(state -> new Opened(new Marked(letter, state), record));
        });
    }

    /** What the record would do if it were replayed now; nothing is written or sent. */
    public Mono<Rehearsal> preview(DeadLetterId id) {
        return found(id)
                .flatMap(record -> backstage.rehearse().apply(KafkaEvents.headers(record.headers()), record.value()));
    }

    /**
     * Sends the record to where it came from, as it was.
     *
     * @param again whether one replay is not enough
     * @param sent told of each acknowledged send, whatever follows
     */
    public Mono<Replayed> replay(DeadLetterId id, String why, boolean again, Runnable sent) {
        return open(id).flatMap(opened -> {
            var letter = opened.marked().letter();
            return opened.marked().state() == State.REPLAYED && !again
                    ? Mono.just(Replayed.BEFORE)
                    : send(id, opened.record())
                            .then(Mono.fromRunnable(sent))
                            .then(Mono.defer(() -> marks.replayed(letter, why, again)))
                            .flatMap(won -> won
                                    ? Mono.just(Replayed.NOW)
                                    : marks.replayed(letter, why, true).thenReturn(Replayed.TWICE));
        });
    }

    /** False when it was replayed before. */
    public Mono<Boolean> park(DeadLetterId id, String why) {
        return found(id).flatMap(record -> marks.parked(DeadLetter.of(record), why));
    }

    /** Marked after the acknowledgement: facts are idempotent, a mark without a replay would be a lie. */
    private Mono<Void> send(DeadLetterId id, ConsumerRecord<byte[], byte[]> letter) {
        var record = Replay.of(id, letter);
        return Mono.fromFuture(() -> kafka.send(record))
                .subscribeOn(backstage.blocking())
                .then();
    }

    private Mono<ConsumerRecord<byte[], byte[]>> found(DeadLetterId id) {
        return Mono.fromCallable(() -> shelf.find(id))
                .subscribeOn(backstage.blocking())
                .flatMap(Mono::justOrEmpty);
    }
}

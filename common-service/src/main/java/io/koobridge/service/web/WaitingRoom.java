package io.koobridge.service.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where questions wait for their document (design §3.8). No thread waits: the document is read again, at first often, for
 * most are ready soon. Whoever goes away is read for no more.
 */
public final class WaitingRoom {

    /** Questions at once; everybody else is answered with what is known now. */
    public static final int PLACES = 512;

    private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final Semaphore places = new Semaphore(PLACES);

    /** What is waited for. */
    public interface Awaited<T> {

        /** The document as it is now; empty while there is none. */
        Mono<T> read();

        /**
         * Whether the answer is there.
         *
         * @param first what was read when the question came: what was so then may be no news
         */
        boolean ended(T found, Optional<T> first);

        /** Whether it may be told to somebody who cannot wait. */
        boolean tellable(T first);
    }

    /**
     * Asks until it has ended.
     *
     * @param subject for the log
     * @return the document once it has ended, or as it was when the time was over; empty when there was none
     */
    public <T> Mono<T> awaited(String subject, Awaited<T> what, Duration within) {
        return read(what)
                .flatMap(first -> ended(what, first, first) ? Mono.just(first) : placed(subject, what, first, within))
                .flatMap(Mono::justOrEmpty);
    }

    private <T> Mono<Optional<T>> placed(String subject, Awaited<T> what, Optional<T> first, Duration within) {
        return Mono.defer(() -> {
            if (!places.tryAcquire()) {
                return Mono.just(first.filter(what::tellable));
            }
            var visit = new Visit<>(subject, what, first, now() + within.toMillis());
            return later(visit, first, FIRST_PAUSE).doFinally(_ -> places.release());
        });
    }

    /**
     * One question while it waits.
     *
     * @param end in milliseconds of the scheduler's time
     */
    private record Visit<T>(String subject, Awaited<T> what, Optional<T> first, long end) {}

    private <T> Mono<Optional<T>> later(Visit<T> visit, Optional<T> last, Duration pause) {
        var left = visit.end() - now();
        if (left <= 0) {
            return Mono.just(last);
        }
        var next = Duration.ofMillis(Math.min(left, pause.toMillis()));
        return Mono.delay(next)
                .then(again(visit, last))
                .flatMap(found -> ended(visit.what(), found, visit.first())
                        ? Mono.just(found)
                        : later(visit, found, longer(pause)));
    }

    /** A store that does not answer for a moment is no answer yet, unless the time is over. */
    private static <T> Mono<Optional<T>> again(Visit<T> visit, Optional<T> last) {
        return Mono.defer(() -> read(visit.what()))
                .timeout(Duration.ofMillis(Math.max(LONGEST_PAUSE.toMillis(), visit.end() - now())), Mono.just(last))
                .onErrorResume(error -> {
                    log.atDebug()
                            .addKeyValue("instanceId", visit.subject())
                            .addKeyValue("error", error.toString())
                            .log("a document that is waited for could not be read");
                    return now() < visit.end() ? Mono.just(last) : Mono.error(error);
                });
    }

    private static <T> Mono<Optional<T>> read(Awaited<T> what) {
        return what.read().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static <T> boolean ended(Awaited<T> what, Optional<T> found, Optional<T> first) {
        return found.filter(document -> what.ended(document, first)).isPresent();
    }

    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}

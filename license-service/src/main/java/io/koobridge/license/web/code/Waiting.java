package io.koobridge.license.web.code;

import io.koobridge.license.domain.code.AuthorizationCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where questions wait for the workers. No thread waits: the document is read again, at first often, for most answers come soon. */
final class Waiting {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final int PLACES = 1_024;

    private final Function<String, Mono<AuthorizationCode>> reading;
    private final Semaphore places = new Semaphore(PLACES);

    Waiting(Function<String, Mono<AuthorizationCode>> reading) {
        this.reading = reading;
    }

    /** The code once it is as it shall be, or as it is when the time is over; whoever finds no place is told what is known now. */
    Mono<Optional<AuthorizationCode>> until(Predicate<AuthorizationCode> done, String id, Duration patience) {
        return read(id).flatMap(first -> first.filter(done).isPresent() || !places.tryAcquire()
                ? Mono.just(first)
                : later(new Visit(id, done, now() + patience.toMillis()), first, FIRST_PAUSE)
                        .doFinally(_ -> places.release()));
    }

    /** @param end in milliseconds of the scheduler's time */
    private record Visit(String id, Predicate<AuthorizationCode> done, long end) {}

    private Mono<Optional<AuthorizationCode>> later(Visit visit, Optional<AuthorizationCode> last, Duration pause) {
        long left = visit.end() - now();
        if (left <= 0) {
            return Mono.just(last);
        }
        return Mono.delay(Duration.ofMillis(Math.min(left, pause.toMillis())))
                .then(Mono.defer(() -> read(visit.id())))
                .flatMap(found ->
                        found.filter(visit.done()).isPresent() ? Mono.just(found) : later(visit, found, longer(pause)));
    }

    private Mono<Optional<AuthorizationCode>> read(String id) {
        return reading.apply(id).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}

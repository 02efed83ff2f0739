package io.koobridge.provisioning.web;

import io.koobridge.events.inquiry.OrderedInstance.Wait;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.domain.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where questions wait for their instance (design §3.8). No thread waits: the document is read again, at first often, for
 * most products answer soon. Whoever goes away is read for no more.
 */
final class WaitingRoom {

    private static final Logger log = LoggerFactory.getLogger(WaitingRoom.class);

    static final int PLACES = 512;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final Function<Wait, Mono<Instance>> reading;
    private final Semaphore places = new Semaphore(PLACES);

    /** @param reading the instance of the order as it is now; empty while there is none */
    WaitingRoom(Function<Wait, Mono<Instance>> reading) {
        this.reading = reading;
    }

    /** The instance once it is ready or refused for good, or as it was when the time was over; empty when there was none. */
    Mono<Instance> awaited(Wait question) {
        return read(question)
                .flatMap(first -> ended(first, refusedBefore(first)) ? Mono.just(first) : placed(question, first))
                .flatMap(Mono::justOrEmpty);
    }

    /** When the room is full, everybody else is told what is known now, and calls again. That it was refused before is no news. */
    private Mono<Optional<Instance>> placed(Wait question, Optional<Instance> first) {
        return Mono.defer(() -> {
            if (!places.tryAcquire()) {
                return Mono.just(first.filter(instance -> instance.phase() != Phase.FAILED));
            }
            var visit = new Visit(question, refusedBefore(first), now() + question.waitMillis());
            return later(visit, first, FIRST_PAUSE).doFinally(_ -> places.release());
        });
    }

    /**
     * One question while it waits.
     *
     * @param refused the generation that had been refused for good when the question came; 0 for none
     * @param end in milliseconds of the scheduler's time
     */
    private record Visit(Wait question, long refused, long end) {}

    private Mono<Optional<Instance>> later(Visit visit, Optional<Instance> last, Duration pause) {
        var left = visit.end() - now();
        if (left <= 0) {
            return Mono.just(last);
        }
        var next = Duration.ofMillis(Math.min(left, pause.toMillis()));
        return Mono.delay(next)
                .then(again(visit, last))
                .flatMap(
                        found -> ended(found, visit.refused()) ? Mono.just(found) : later(visit, found, longer(pause)));
    }

    /** A store that does not answer for a moment is no answer yet, unless the time is over. */
    private Mono<Optional<Instance>> again(Visit visit, Optional<Instance> last) {
        return Mono.defer(() -> read(visit.question()))
                .timeout(Duration.ofMillis(Math.max(LONGEST_PAUSE.toMillis(), visit.end() - now())), Mono.just(last))
                .onErrorResume(error -> {
                    log.atDebug()
                            .addKeyValue("orderId", visit.question().order().orderId())
                            .addKeyValue("error", error.toString())
                            .log("an awaited instance could not be read");
                    return now() < visit.end() ? Mono.just(last) : Mono.error(error);
                });
    }

    private Mono<Optional<Instance>> read(Wait question) {
        return reading.apply(question).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** The purchase that is stored beside the question tries again what had been refused: that refusal is no news. */
    private static boolean ended(Optional<Instance> found, long refusedBefore) {
        return found.map(instance -> switch (instance.phase()) {
                    case RELEASED -> true;
                    case ACTIVE, FROZEN -> shown(instance);
                    case FAILED -> instance.generation() > refusedBefore;
                    case PROVISIONING -> false;
                })
                .orElse(false);
    }

    /** A licence has no address. */
    private static boolean shown(Instance instance) {
        return instance.kind() == InstanceKind.LICENSE || instance.status().access() != null;
    }

    private static long refusedBefore(Optional<Instance> first) {
        return first.filter(instance -> instance.phase() == Phase.FAILED)
                .map(Instance::generation)
                .orElse(0L);
    }

    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private static long now() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}

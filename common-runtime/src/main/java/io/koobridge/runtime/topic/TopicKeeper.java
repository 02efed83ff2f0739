package io.koobridge.runtime.topic;

import io.koobridge.runtime.topic.TopicRound.Seen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the topics from a thread of its own until all are there, however long that takes; says each new state once. */
final class TopicKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Callable<Seen> round;
    private @Nullable Thread thread;
    private volatile boolean sawAll;
    private volatile List<String> said = List.of();

    TopicKeeper(Callable<Seen> round) {
        this.round = round;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topics").start(() -> {
            try {
                untilAllAreThere();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void untilAllAreThere() throws InterruptedException {
        var pause = SHORTEST_PAUSE;
        while (true) {
            var seen = look();
            said = say(seen.warnings(), said);
            if (!seen.missing()) {
                sawAll = true;
                log.atInfo().log("All topics are there");
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Seen look() throws InterruptedException {
        try {
            return round.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.atDebug().setCause(e).log("The look at the topics failed");
            var cause = e.getCause() == null ? e : e.getCause();
            return new Seen(
                    true,
                    List.of("Kafka does not answer (%s)"
                            .formatted(cause.getClass().getSimpleName())));
        }
    }

    private static List<String> say(List<String> warnings, List<String> said) {
        warnings.stream().filter(warning -> !said.contains(warning)).forEach(log::warn);
        return warnings;
    }

    boolean sawAll() {
        return sawAll;
    }

    /** What is wrong, as the last look showed it. */
    List<String> said() {
        return said;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Early, because everything else waits for topics. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }
}

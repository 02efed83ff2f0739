package io.koobridge.gateway.publish;

import io.koobridge.events.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the producer and lets it learn where its topics' partitions are, because otherwise the first send would have to wait for that. Goes on
 * trying, and holds up no start: without a broker the gateway answers, if only to say that it cannot store.
 */
public final class StartingProducer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StartingProducer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<Producer<String, byte[]>> maker;
    private final List<String> topics;
    private volatile @Nullable Producer<String, byte[]> producer;
    private volatile @Nullable Thread starter;
    private volatile boolean seen;
    private @Nullable String toldWhy;

    /**
     * Nothing is made yet.
     *
     * @param maker throws when no broker's name resolves
     * @param topics where facts will go
     */
    public StartingProducer(Supplier<Producer<String, byte[]>> maker, List<Topic> topics) {
        this.maker = maker;
        this.topics = topics.stream().map(Topic::name).toList();
    }

    /** The producer, if it could be made by now. */
    Optional<Producer<String, byte[]>> get() {
        return Optional.ofNullable(producer);
    }

    /** The broker answered once and had all topics. */
    boolean hasSeenItsTopics() {
        return seen;
    }

    @Override
    public void start() {
        starter = Thread.ofVirtual().name("producer-start").start(this::goOnTrying);
    }

    private void goOnTrying() {
        try {
            while (!isReady()) {
                Thread.sleep(PAUSE);
            }
            seen = true;
            LOG.atInfo().addKeyValue("topic", String.join(",", topics)).log("The gateway can store facts");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady() {
        try {
            var made = producer == null ? maker.get() : producer;
            producer = made;
            return topics.stream().noneMatch(topic -> made.partitionsFor(topic).isEmpty());
        } catch (RuntimeException e) {
            // Of whatever kind: a thread that ended here would leave the gateway without a producer until it is started
            // anew.
            tell(e.toString());
            return false;
        }
    }

    /** Each reason once, not every second. */
    private void tell(String why) {
        if (!why.equals(toldWhy)) {
            toldWhy = why;
            LOG.atWarn().addKeyValue("why", why).log("The gateway cannot store facts yet");
        }
    }

    /** After the last call was answered, because the web server stops in an earlier phase. */
    @Override
    public void stop() {
        var running = starter;
        if (running != null) {
            running.interrupt();
            starter = null;
        }
        get().ifPresent(made -> made.close(PAUSE));
    }

    @Override
    public boolean isRunning() {
        return starter != null;
    }

    /** Started first and stopped last, so that calls in progress can still store. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

package io.koobridge.service.config;

import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How fact bindings fail: they wait. The binder's own retry and dead letters are off, the back-off has no end, and no
 * exception counts as fatal; by default a {@link ClassCastException} would skip a whole batch.
 */
final class FactBindings implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final long FIRST_MILLIS = 500;
    private static final double FACTOR = 2;
    private static final long LONGEST_MILLIS = 30_000;

    private final TaskScheduler scheduler;

    FactBindings(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            @Nullable String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetterResolver,
            @Nullable BackOff ignored) {
        var backOff = new ExponentialBackOff(FIRST_MILLIS, FACTOR);
        backOff.setMaxInterval(LONGEST_MILLIS);
        var waiting = new DefaultErrorHandler(backOff);
        waiting.setClassifications(Map.of(), true);
        // The consumer says why it waits, in one line.
        waiting.setLogLevel(KafkaException.Level.DEBUG);
        container.setCommonErrorHandler(waiting);
        container.getContainerProperties().setScheduler(scheduler);
        container.getContainerProperties().setListenerTaskExecutor(new VirtualThreadTaskExecutor("facts-"));
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, @Nullable String group) {
        return false;
    }
}

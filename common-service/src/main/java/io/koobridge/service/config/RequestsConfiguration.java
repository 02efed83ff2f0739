package io.koobridge.service.config;

import io.koobridge.events.topic.Topic;
import io.koobridge.events.topic.Topics;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.ledger.StoreGuard;
import io.koobridge.service.reconcile.KafkaRequests;
import io.koobridge.service.reconcile.Ladder;
import io.koobridge.service.reconcile.RequestListener;
import io.koobridge.service.reconcile.Requests;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.retrytopic.DeadLetterPublishingRecovererFactory;
import org.springframework.kafka.retrytopic.RetryTopicConfiguration;
import org.springframework.kafka.retrytopic.RetryTopicConfigurationBuilder;
import org.springframework.kafka.retrytopic.RetryTopicConfigurationSupport;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** A service's own work queue: requests and their retry topics, which are the ladder's alarm clock (design §5). */
@Configuration(proxyBeanMethods = false)
@EnableKafka
public class RequestsConfiguration extends RetryTopicConfigurationSupport {

    private static final String RETRY_SUFFIX = "-retry";
    private static final int RETRY_PARTITIONS = 3;
    private static final int BY_KEY = -1;

    /** An alarm clock needs one hand for each rung; what it cannot keep up with, the sweep puts onto the main topic. */
    private static final int CONSUMERS_OF_EACH_RUNG = 1;

    @Bean
    Topic requestsTopic(ServiceName service) {
        return Topics.requests(service.value());
    }

    @Bean
    String requestsGroup(ServiceName service) {
        return service.value() + ".requests";
    }

    @Bean
    RequiredTopics requestsTopics(Topic requestsTopic) {
        var retries = IntStream.range(0, Ladder.rungs())
                .mapToObj(rung -> new Topic(
                        requestsTopic.name() + RETRY_SUFFIX + '-' + rung, RETRY_PARTITIONS, requestsTopic.kept()));
        return new RequiredTopics(
                Stream.concat(Stream.of(requestsTopic), retries).toList());
    }

    @Bean
    Requests requests(KafkaTemplate<byte[], byte[]> bytesTemplate, Topic requestsTopic) {
        return new KafkaRequests(bytesTemplate, requestsTopic);
    }

    @Bean
    RequestListener requestListener(StoreGuard guard, ObjectProvider<LedgerModule<?, ?>> modules) {
        return new RequestListener(guard.ready(), () -> modules.stream()
                .collect(Collectors.toMap(LedgerModule::name, LedgerModule::loop)));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<byte[], byte[]> requestsContainerFactory(
            KafkaProperties properties,
            Topic requestsTopic,
            TaskScheduler retryScheduler,
            @Value("${koobridge.topics.partitions:0}") int partitions) {
        var settings = properties.buildConsumerProperties();
        settings.putAll(Map.of(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 600_000,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
        var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
        factory.setConsumerFactory(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        factory.setConcurrency(partitions > 0 ? partitions : requestsTopic.partitions());
        factory.getContainerProperties().setScheduler(retryScheduler);
        factory.getContainerProperties().setListenerTaskExecutor(new VirtualThreadTaskExecutor("requests-"));
        return factory;
    }

    @Bean
    RetryTopicConfiguration requestsLadder(KafkaTemplate<byte[], byte[]> bytesTemplate, Topic requestsTopic) {
        return RetryTopicConfigurationBuilder.newInstance()
                .includeTopic(requestsTopic.name())
                .maxAttempts(Ladder.ATTEMPTS)
                .exponentialBackoff(Ladder.FIRST.toMillis(), Ladder.FACTOR, Ladder.LONGEST.toMillis())
                .useSingleTopicForSameIntervals()
                .suffixTopicsWithIndexValues()
                .retryTopicSuffix(RETRY_SUFFIX)
                .doNotAutoCreateRetryTopics()
                .doNotConfigureDlt()
                .concurrency(CONSUMERS_OF_EACH_RUNG)
                .create(bytesTemplate);
    }

    /** One for all consumers, each of which would otherwise make a thread of its own to watch itself by. */
    @Bean
    TaskScheduler retryScheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("retry-");
        return scheduler;
    }

    /** Going to the next rung is the ordinary way of waiting: not worth a log line with a stack, nor a question whether the rung has that partition too. */
    @Override
    protected Consumer<DeadLetterPublishingRecovererFactory> configureDeadLetterPublishingContainerFactory() {
        return factory -> {
            factory.neverLogListenerException();
            factory.setPartitionResolver((_, _) -> BY_KEY);
        };
    }
}

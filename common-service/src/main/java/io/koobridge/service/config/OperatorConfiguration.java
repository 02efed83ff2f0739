package io.koobridge.service.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.events.topic.Topic;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.runtime.topic.RequiredTopics;
import io.koobridge.service.Telemetry;
import io.koobridge.service.deadletter.DeadLetterDesk;
import io.koobridge.service.deadletter.DeadLetterMarks;
import io.koobridge.service.deadletter.DeadLetterShelf;
import io.koobridge.service.facts.Rehearsals;
import io.koobridge.service.finding.FindingRows;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.web.DeadLetterRoutes;
import io.koobridge.service.web.FindingRoutes;
import io.koobridge.service.web.LostCallRoutes;
import io.koobridge.service.web.OperatorDeeds;
import io.koobridge.service.web.WorkRoutes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What operators ask a service, and do to it. */
@Configuration(proxyBeanMethods = false)
class OperatorConfiguration {

    private static final int CONSUMERS_AT_ONCE = 2;
    private static final int QUESTIONS_WAITING = 16;

    @Bean
    OperatorDeeds operatorDeeds(Telemetry telemetry) {
        return new OperatorDeeds(telemetry);
    }

    @Bean
    FindingRows findingRows(MongoDatabase ledgerDatabase) {
        return new FindingRows(LedgerModule.collection(ledgerDatabase, "findings"));
    }

    /** Each question about dead letters has a consumer of its own: few at a time. */
    @Bean(destroyMethod = "dispose")
    Scheduler deadLetterQuestions() {
        return Schedulers.newBoundedElastic(CONSUMERS_AT_ONCE, QUESTIONS_WAITING, "dead-letters", 30, true);
    }

    @Bean
    DeadLetterShelf deadLetterShelf(KafkaProperties properties, ObjectProvider<RequiredTopics> topics) {
        return new DeadLetterShelf(consumers(properties), () -> topics.stream()
                .flatMap(required -> required.topics().stream())
                .filter(topic -> topic.lettersOf().isPresent())
                .map(Topic::name)
                .distinct()
                .toList());
    }

    @Bean
    DeadLetterMarks deadLetterMarks(MongoDatabase ledgerDatabase, Clock clock) {
        return new DeadLetterMarks(LedgerModule.collection(ledgerDatabase, "dead-letter-actions"), clock);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            DeadLetterShelf shelf,
            DeadLetterMarks marks,
            KafkaTemplate<byte[], byte[]> bytesTemplate,
            Scheduler deadLetterQuestions,
            ObjectProvider<LedgerModule<?, ?>> modules) {
        return new DeadLetterDesk(
                shelf,
                marks,
                bytesTemplate,
                new DeadLetterDesk.Backstage(deadLetterQuestions, new Rehearsals(() -> modules.stream()
                        .map(LedgerModule::rehearsal)
                        .toList())::of));
    }

    @Bean
    InternalRoutes deadLetterRoutes(DeadLetterDesk desk, OperatorDeeds deeds) {
        return new DeadLetterRoutes(desk, deeds).internal();
    }

    @Bean
    InternalRoutes workRoutes(ObjectProvider<LedgerModule<?, ?>> modules, FindingRows rows, OperatorDeeds deeds) {
        return new WorkRoutes(() -> modules.stream().toList(), rows, deeds).internal();
    }

    @Bean
    InternalRoutes findingRoutes(
            ObjectProvider<LedgerModule<?, ?>> modules, FindingRows rows, Findings findings, OperatorDeeds deeds) {
        return new FindingRoutes(() -> modules.stream().toList(), rows, findings, deeds).internal();
    }

    @Bean
    InternalRoutes lostCallRoutes(Findings findings) {
        return new LostCallRoutes(findings).internal();
    }

    /** In no group, so that nobody's partitions move. */
    static Supplier<Consumer<byte[], byte[]>> consumers(KafkaProperties properties) {
        return () -> {
            var settings = new HashMap<>(properties.buildConsumerProperties());
            settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
            settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
            settings.putAll(Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                    false,
                    ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    4_000,
                    ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    3_000,
                    // What is read is there already: nothing is waited for, not even when the consumer is closed.
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    50,
                    ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                    8 * 1024 * 1024));
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        };
    }
}

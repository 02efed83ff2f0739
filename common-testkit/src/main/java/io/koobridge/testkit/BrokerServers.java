package io.koobridge.testkit;

import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** The three kinds of broker. */
final class BrokerServers {

    /** One broker only, and groups that start at once. */
    private static final Map<String, String> SETTINGS = Map.of(
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.num.partitions", "3",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1");

    private BrokerServers() {}

    static RunningServer chosen() {
        String given = System.getenv("KOOBRIDGE_KAFKA");
        if (given != null && !given.isBlank()) {
            return new RunningServer(given, () -> {});
        }
        return Containers.wanted() ? container() : inProcess();
    }

    static RunningServer inProcess() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(SETTINGS);
        broker.afterPropertiesSet();
        return new RunningServer(broker.getBrokersAsString(), broker::destroy);
    }

    private static RunningServer container() {
        var container = new KafkaContainer("apache/kafka:4.2.1");
        SETTINGS.forEach((key, value) -> container.addEnv("KAFKA_" + key.replace('.', '_'), value));
        container.start();
        return new RunningServer(container.getBootstrapServers(), container::stop);
    }
}

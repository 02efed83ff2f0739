package io.koobridge.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Makes producers for parts that need settings of their own; address and security are those of {@code spring.kafka}. A bean. */
public final class KafkaClients {

    private final KafkaProperties properties;
    private final KafkaConnectionDetails connection;

    KafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
        this.properties = properties;
        this.connection = connection;
    }

    /**
     * A producer of the caller's own, which closes it.
     *
     * @param settings win over {@code spring.kafka.producer}
     * @throws org.apache.kafka.common.KafkaException when no broker's name resolves, among others
     */
    public Producer<String, byte[]> producer(Map<String, Object> settings) {
        var all = new HashMap<>(properties.buildProducerProperties());
        var details = connection.getProducer();
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, details.getBootstrapServers());
        if (details.getSecurityProtocol() != null) {
            all.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, details.getSecurityProtocol());
        }
        all.putAll(settings);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }
}

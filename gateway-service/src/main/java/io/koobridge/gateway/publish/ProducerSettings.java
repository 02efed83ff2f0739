package io.koobridge.gateway.publish;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The gateway's producer (design §3.6): it would rather say "I do not know" after some 2.3 s than wait. */
public final class ProducerSettings {

    public static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "gateway-facts"),
            Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
            Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            // Twice at most: where the first of several blocks, the others may do so after it.
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 150),
            // What is stored within a moment comes at once (Gathering); this is for those of a moment to get into one
            // request.
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, 1),
            Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 900),
            Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2000),
            // A gateway that nobody called for a while must not begin with a look-up that may block.
            Map.entry(
                    ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis()));

    private ProducerSettings() {}
}

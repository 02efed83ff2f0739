package io.koobridge.gateway.publish;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a fact could be stored now. For whoever waits for an installation to come up; no part of readiness, because an
 * unready gateway would turn {@code 000005} into a 503 (design §8).
 */
public final class StoringHealth implements HealthIndicator {

    private final StartingProducer producer;

    public StoringHealth(StartingProducer producer) {
        this.producer = producer;
    }

    @Override
    public Health health() {
        return producer.hasSeenItsTopics()
                ? Health.up().build()
                : Health.down()
                        .withDetail("why", "the broker has not yet shown the topics of facts")
                        .build();
    }
}

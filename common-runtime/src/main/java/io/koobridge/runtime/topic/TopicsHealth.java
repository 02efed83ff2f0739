package io.koobridge.runtime.topic;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether every topic that this process needs was there once: the component {@code topics}. */
final class TopicsHealth implements HealthIndicator {

    private final TopicKeeper keeper;

    TopicsHealth(TopicKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Health health() {
        return keeper.sawAll()
                ? Health.up().build()
                : Health.down().withDetail("why", keeper.said()).build();
    }
}

package io.koobridge.runtime.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a broker answers now: the component {@code broker}. One client for as long as the service runs. */
final class BrokerHealth implements HealthIndicator, AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(2);

    private final Supplier<Admin> maker;
    private @Nullable Admin admin;

    /** @param maker throws when no broker's name resolves */
    BrokerHealth(Supplier<Admin> maker) {
        this.maker = maker;
    }

    @Override
    public Health health() {
        try {
            var nodes = client().describeCluster().nodes().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return Health.up().withDetail("brokers", nodes.size()).build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            return down();
        }
    }

    /** Not the error itself, which may name addresses and accounts. */
    private static Health down() {
        return Health.down()
                .withDetail("why", "no answer within %d s".formatted(WITHIN.toSeconds()))
                .build();
    }

    private synchronized Admin client() {
        var known = admin;
        if (known == null) {
            known = maker.get();
            admin = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}

package io.koobridge.runtime.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
    private @Nullable CompletableFuture<Admin> client;

    /** @param maker throws when no broker's name resolves, and may take long to find out */
    BrokerHealth(Supplier<Admin> maker) {
        this.maker = maker;
    }

    @Override
    public Health health() {
        try {
            long end = System.nanoTime() + WITHIN.toNanos();
            var admin = client().get(WITHIN.toNanos(), TimeUnit.NANOSECONDS);
            var nodes = admin.describeCluster().nodes().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
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

    /** One is made at a time, however many ask meanwhile; one that could not be made is made anew. */
    private synchronized CompletableFuture<Admin> client() {
        var known = client;
        if (known == null || known.isCompletedExceptionally()) {
            known = CompletableFuture.supplyAsync(
                    maker,
                    task -> Thread.ofPlatform().name("broker-health").daemon().start(task));
            client = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client = client.whenComplete((admin, _) -> {
                if (admin != null) {
                    admin.close(Duration.ZERO);
                }
            });
        }
    }
}

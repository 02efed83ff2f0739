package io.koobridge.simulator.oneaccess;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was handed out under names that cannot be guessed, for a while; the oldest make room. Safe for threads. */
final class Kept<V> {
    private static final int MOST = 10_000;

    private record Entry<V>(V value, Instant until) {}

    private final Map<String, Entry<V>> all = new LinkedHashMap<>();
    private final Supplier<String> names;
    private final Clock clock;

    Kept(Supplier<String> names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    synchronized String add(String prefix, V value, Duration life) {
        String name = prefix + names.get();
        all.put(name, new Entry<>(value, clock.instant().plus(life)));
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        return name;
    }

    synchronized Optional<V> find(String name) {
        return valid(all.get(name));
    }

    /** Once. */
    synchronized Optional<V> take(String name) {
        return valid(all.remove(name));
    }

    private Optional<V> valid(@Nullable Entry<V> entry) {
        return entry == null || !clock.instant().isBefore(entry.until())
                ? Optional.empty()
                : Optional.of(entry.value());
    }
}

package io.koobridge.service.gauge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The values of one gauge, as long as they may be shown. Used by one round at a time. */
final class ShownGauge {

    private final StoreGauge gauge;
    private final MeterRegistry metrics;
    private final BooleanSupplier valid;
    private final Map<Tags, Row> rows = new HashMap<>();

    private record Row(AtomicLong value, Gauge meter) {}

    /** @param valid asked at each scrape: what is not valid is no number */
    ShownGauge(StoreGauge gauge, MeterRegistry metrics, BooleanSupplier valid) {
        this.gauge = gauge;
        this.metrics = metrics;
        this.valid = valid;
    }

    StoreGauge gauge() {
        return gauge;
    }

    /** These and no others. */
    synchronized void show(Map<Tags, Long> values) {
        Set.copyOf(rows.keySet()).stream()
                .filter(old -> !values.containsKey(old))
                .forEach(this::remove);
        values.forEach((tags, value) ->
                rows.computeIfAbsent(tags, this::register).value().set(value));
    }

    synchronized void hide() {
        show(Map.of());
    }

    private Row register(Tags tags) {
        var value = new AtomicLong();
        return new Row(
                value,
                Gauge.builder(gauge.name(), () -> valid.getAsBoolean() ? value.get() : Double.NaN)
                        .description(gauge.description())
                        .tags(tags)
                        .register(metrics));
    }

    private void remove(Tags tags) {
        var row = rows.remove(tags);
        if (row != null) {
            metrics.remove(row.meter());
        }
    }
}

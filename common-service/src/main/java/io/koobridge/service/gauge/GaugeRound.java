package io.koobridge.service.gauge;

import io.koobridge.service.Telemetry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts everything once, if this replica is the one that counts. Whoever is not, or cannot tell, shows nothing: two
 * replicas never show different numbers, and no number outlives the store that it came from. What cannot be counted is
 * {@code koobridge_gauge_failures_total{service,gauge}}, where {@code gauge="lease"} says that nothing could.
 */
public final class GaugeRound {

    private static final Logger log = LoggerFactory.getLogger(GaugeRound.class);

    /** In the place of a gauge's name: nobody could say who counts. */
    private static final String LEASE = "lease";

    private final List<ShownGauge> gauges;
    private final GaugeLease lease;
    private final Duration patience;
    private final Telemetry telemetry;
    private final Set<String> failing = new HashSet<>();

    /** @param patience for one question */
    public GaugeRound(List<StoreGauge> gauges, GaugeLease lease, Duration patience, Telemetry telemetry) {
        this.lease = lease;
        this.patience = patience;
        this.telemetry = telemetry;
        this.gauges = gauges.stream()
                .map(gauge -> new ShownGauge(gauge, telemetry.metrics(), lease::held))
                .toList();
    }

    /** Ends without an error, whatever fails. The lease is prolonged before each question, which may take its time. */
    Mono<Void> once() {
        return Flux.fromIterable(gauges)
                .concatMap(gauge -> claim().flatMap(ours -> ours ? count(gauge).thenReturn(true) : Mono.just(false)))
                .takeUntil(ours -> !ours)
                .filter(ours -> !ours)
                .doOnNext(_ -> gauges.forEach(ShownGauge::hide))
                .then();
    }

    private Mono<Boolean> claim() {
        return lease.claim().timeout(patience).doOnNext(_ -> succeeded(LEASE)).onErrorResume(error -> {
            failed(LEASE, error);
            // Nobody else counts before the lease has run out.
            return Mono.just(lease.held());
        });
    }

    private Mono<Void> count(ShownGauge shown) {
        return shown.gauge()
                .count()
                .timeout(patience)
                .doOnNext(values -> {
                    shown.show(values);
                    succeeded(shown.gauge().name());
                })
                .onErrorResume(error -> {
                    shown.hide();
                    failed(shown.gauge().name(), error);
                    return Mono.<Map<Tags, Long>>empty();
                })
                .then();
    }

    private synchronized void succeeded(String gauge) {
        failing.remove(gauge);
    }

    private synchronized void failed(String gauge, Throwable error) {
        telemetry
                .metrics()
                .counter("koobridge.gauge.failures", "service", telemetry.service(), "gauge", gauge)
                .increment();
        log.atLevel(failing.add(gauge) ? Level.WARN : Level.DEBUG)
                .addKeyValue("gauge", gauge)
                .addKeyValue("error", error.toString())
                .log("not counted; the metric is absent until it is");
    }
}

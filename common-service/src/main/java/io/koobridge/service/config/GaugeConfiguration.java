package io.koobridge.service.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.Telemetry;
import io.koobridge.service.deadletter.DeadLetterMarks;
import io.koobridge.service.deadletter.DeadLetterShelf;
import io.koobridge.service.deadletter.WaitingLetters;
import io.koobridge.service.finding.FindingRows;
import io.koobridge.service.gauge.GaugeLease;
import io.koobridge.service.gauge.GaugeRound;
import io.koobridge.service.gauge.GaugeSchedule;
import io.koobridge.service.gauge.StoreGauge;
import io.koobridge.service.ledger.Backlog.Age;
import io.koobridge.service.ledger.StoreGuard;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every service with a ledger counts in its store; a service adds {@link StoreGauge} beans of its own. */
@Configuration(proxyBeanMethods = false)
class GaugeConfiguration {

    @Bean
    GaugeLease gaugeLease(MongoDatabase ledgerDatabase, Telemetry telemetry, GaugeProperties properties) {
        return new GaugeLease(
                LedgerModule.collection(ledgerDatabase, "settings"),
                UUID.randomUUID().toString(),
                telemetry.clock(),
                properties.lease());
    }

    @Bean
    GaugeSchedule gaugeSchedule(
            StoreGuard guard,
            ObjectProvider<StoreGauge> gauges,
            GaugeLease lease,
            Telemetry telemetry,
            GaugeProperties properties) {
        var round = new GaugeRound(gauges.orderedStream().toList(), lease, properties.patience(), telemetry);
        return new GaugeSchedule(guard.ready(), round, lease, properties.interval());
    }

    @Bean
    StoreGauge waitingGauge(ObjectProvider<LedgerModule<?, ?>> modules, Telemetry telemetry) {
        return backlog("koobridge.reconcile.waiting", "Documents that are not settled", Age.ANY, modules, telemetry);
    }

    @Bean
    StoreGauge stuckGauge(ObjectProvider<LedgerModule<?, ?>> modules, Telemetry telemetry) {
        return backlog(
                "koobridge.stuck", "Unsettled for longer than anybody should wait", Age.STUCK, modules, telemetry);
    }

    @Bean
    StoreGauge expiredWorkGauge(ObjectProvider<LedgerModule<?, ?>> modules, Telemetry telemetry) {
        return backlog("koobridge.work.expired", "Unsettled for more than 24 hours", Age.EXPIRED, modules, telemetry);
    }

    @Bean
    StoreGauge findingsGauge(FindingRows rows, Telemetry telemetry) {
        var count = rows.openByKind().map(kinds -> labelled(kinds, "kind", telemetry));
        return new StoreGauge("koobridge.findings.open", "Findings that are open, by kind", count);
    }

    @Bean
    StoreGauge deadLettersGauge(DeadLetterShelf shelf, DeadLetterMarks marks, Telemetry telemetry) {
        var waiting = new WaitingLetters(shelf, marks, Schedulers.boundedElastic());
        var count = Mono.defer(waiting::byReason).map(reasons -> labelled(reasons, "reason", telemetry));
        return new StoreGauge("koobridge.dead.letters", "Dead letters that nobody has dealt with", count);
    }

    /** Of all ledgers of the service together. */
    private static StoreGauge backlog(
            String name, String description, Age age, ObjectProvider<LedgerModule<?, ?>> modules, Telemetry telemetry) {
        var count = Flux.defer(() -> Flux.fromStream(modules.stream()))
                .concatMap(module -> module.work().count(age))
                .reduce(0L, Long::sum)
                .map(sum -> Map.of(Tags.of("service", telemetry.service()), sum));
        return new StoreGauge(name, description, count);
    }

    private static Map<Tags, Long> labelled(Map<String, Long> values, String label, Telemetry telemetry) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        value -> Tags.of("service", telemetry.service(), label, value.getKey()), Map.Entry::getValue));
    }
}

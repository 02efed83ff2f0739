package io.koobridge.runtime.outside;

import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The outside-call wrapper. */
@AutoConfiguration
class OutsideAutoConfiguration {

    @Bean
    OutsideSystems outsideSystems(MeterRegistry metrics, Journal journal, ServiceName service, Spans spans) {
        return new GuardedSystems(new CallReport(metrics, journal, service), metrics, spans);
    }
}
